package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.Search.Found;
import dev.teiten.size.SizingAdvice.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict and what it rests on.
 *
 * @param recommended null unless there is something else than today's capacity to choose
 * @param subject the capacity whose guards are shown: the recommended one, else the best that
 *     something stands against, else today's
 */
record Decision(
    Verdict verdict, List<Sentence> reasons, @Nullable Candidate recommended, Candidate subject) {

  static Decision of(Study study, Workload workload) {
    Candidate today = study.candidates().today();
    List<Sentence> refusals = study.model().refusals();
    if (!refusals.isEmpty()) {
      return new Decision(Verdict.UNDECIDED, refusals, null, today);
    }
    Reasons reasons = new Reasons(study, workload);
    Found cheaper = study.search().reductions(study.worthwhile(), workload);
    Candidate recommended = cheaper.recommended();
    if (recommended != null) {
      return new Decision(
          Verdict.REDUCE, reasons.reduce(recommended, cheaper), recommended, recommended);
    }
    return study.forecast().tooSmall(workload)
        ? increase(study, workload, reasons, cheaper)
        : keep(reasons, cheaper, today);
  }

  private static Decision increase(Study study, Workload workload, Reasons reasons, Found cheaper) {
    Candidate today = study.candidates().today();
    Candidate larger = study.search().growth(today.cost(), workload);
    return new Decision(
        Verdict.INCREASE,
        reasons.increase(larger, cheaper),
        larger,
        larger == null ? today : larger);
  }

  private static Decision keep(Reasons reasons, Found cheaper, Candidate today) {
    Candidate subject = cheaper.blocked();
    if (subject == null) {
      subject = cheaper.trial();
    }
    return new Decision(
        Verdict.KEEP, reasons.keep(cheaper), null, subject == null ? today : subject);
  }
}
