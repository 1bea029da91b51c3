package dev.teiten.size;

import dev.teiten.load.Sentence;
import dev.teiten.size.CapacitySearch.Found;
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
record SizingDecision(
    Verdict verdict,
    List<Sentence> reasons,
    @Nullable CapacityCandidate recommended,
    CapacityCandidate subject) {

  static SizingDecision of(SizingContext study, ClusterDemand workload) {
    CapacityCandidate today = study.candidates().today();
    List<Sentence> refusals = study.model().refusals();
    if (!refusals.isEmpty()) {
      return new SizingDecision(Verdict.UNDECIDED, refusals, null, today);
    }
    VerdictReasons reasons = new VerdictReasons(study, workload);
    Found cheaper = study.search().reductions(study.worthwhile(), workload);
    CapacityCandidate recommended = cheaper.recommended();
    if (recommended != null) {
      return new SizingDecision(
          Verdict.REDUCE, reasons.reduce(recommended, cheaper), recommended, recommended);
    }
    return study.forecast().tooSmall(workload)
        ? increase(study, workload, reasons, cheaper)
        : keep(reasons, cheaper, today);
  }

  private static SizingDecision increase(
      SizingContext study, ClusterDemand workload, VerdictReasons reasons, Found cheaper) {
    CapacityCandidate today = study.candidates().today();
    CapacityCandidate larger = study.search().growth(today.cost(), workload);
    return new SizingDecision(
        Verdict.INCREASE,
        reasons.increase(larger, cheaper),
        larger,
        larger == null ? today : larger);
  }

  private static SizingDecision keep(
      VerdictReasons reasons, Found cheaper, CapacityCandidate today) {
    CapacityCandidate subject = cheaper.blocked();
    if (subject == null) {
      subject = cheaper.trial();
    }
    return new SizingDecision(
        Verdict.KEEP, reasons.keep(cheaper), null, subject == null ? today : subject);
  }
}
