package dev.teiten.size;

import dev.teiten.size.Outlook.State;
import dev.teiten.size.SizingAdvice.Guard;
import java.util.ArrayList;
import java.util.List;

/** The guards that depend on the workload and the data, and with them the whole list. */
final class CpuGuards {
  private static final List<String> OTHERS =
      List.of(
          "cpu",
          "memory",
          "connections",
          "network",
          "storage",
          "burstable",
          "writer",
          "availability");

  private final Study study;

  CpuGuards(Study study) {
    this.study = study;
  }

  /** Every guard of one capacity. */
  List<Guard> with(Candidate candidate, Workload workload) {
    List<Guard> guards = new ArrayList<>();
    guards.add(cpu(candidate.shape(), workload));
    guards.addAll(study.guards().of(candidate.shape()));
    guards.add(data(study));
    return guards;
  }

  /** The guards where nothing could be computed. */
  static List<Guard> unknown(List<String> reasons) {
    List<Guard> guards = new ArrayList<>();
    OTHERS.forEach(name -> guards.add(Guards.unknown(name, "Not judged without CPU work.")));
    guards.add(new Guard("data", Guard.State.FAIL, String.join(" ", reasons)));
    return guards;
  }

  private Guard cpu(Shape shape, Workload workload) {
    Outlook outlook = study.outlook(shape, workload);
    State next = outlook.next();
    SizingAssumptions limits = study.assumptions();
    Double after = next.afterFailure();
    boolean pass =
        study.forecast().safe(shape, next)
            && outlook.probabilitySafe() >= limits.minProbabilitySafe();
    return Guards.guard(
        "cpu",
        pass,
        "Next week's p99 at most %.0f %% on the writer (limit %.0f %%), %.0f %% on a reader (%.0f"
            + " %%), after the worst loss %s (%.0f %%); queueing stretches CPU time %.2f times"
            + " (%.2f); safe in %.0f %% of the draws (%.0f %%).",
        100 * next.writer(),
        100 * limits.utilisationLimit(shape.writer().vcpus()),
        100 * next.reader(),
        100 * limits.utilisationLimit(shape.readerOrWriter().vcpus()),
        after == null ? "nothing left" : Reasons.percent(after),
        100 * limits.maxUtilisationAfterFailure(),
        next.stretch(),
        limits.maxStretch(),
        100 * outlook.probabilitySafe(),
        100 * limits.minProbabilitySafe());
  }

  private static Guard data(Study study) {
    List<String> refusals = study.model().refusals();
    if (!refusals.isEmpty()) {
      return new Guard("data", Guard.State.FAIL, String.join(" ", refusals));
    }
    return Guards.guard(
        "data",
        true,
        "%.1f %% of the instance-minutes, %d week(s) of history.",
        100 * study.model().load().coverage().share(),
        study.basis().weeks().size());
  }
}
