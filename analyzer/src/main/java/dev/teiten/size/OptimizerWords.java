package dev.teiten.size;

import dev.teiten.size.SizingAdvice.Guard;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.SizingDetails.ComputeOptimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says a decision in the words of AWS Compute Optimizer. */
final class OptimizerWords {
  private static final Map<String, String> UNDER =
      Map.of(
          "memory", "MemoryUnderprovisioned",
          "network", "NetworkBandwidthUnderprovisioned",
          "storage", "EBSThroughputUnderprovisioned");

  private OptimizerWords() {}

  /** Null where nothing was decided. */
  static @Nullable ComputeOptimizer of(
      SizingContext study, SizingDecision decision, ClusterDemand workload) {
    if (decision.verdict() == Verdict.UNDECIDED) {
      return null;
    }
    CapacityCandidate today = study.candidates().today();
    CapacityCandidate recommended = decision.recommended();
    Option now = study.options().of(today, workload);
    Integer risk = now.risk();
    Double saving =
        recommended == null ? null : study.options().of(recommended, workload).monthlySavingUsd();
    return new ComputeOptimizer(
        finding(decision.verdict()),
        reasons(study, decision, today, workload),
        risk == null ? 4 : risk,
        saving == null || saving < 0 ? null : saving,
        7 * study.basis().weeks().size());
  }

  private static String finding(Verdict verdict) {
    return switch (verdict) {
      case REDUCE -> "Overprovisioned";
      case INCREASE -> "Underprovisioned";
      default -> "Optimized";
    };
  }

  private static List<String> reasons(
      SizingContext study,
      SizingDecision decision,
      CapacityCandidate today,
      ClusterDemand workload) {
    List<String> codes = new ArrayList<>();
    if (decision.verdict() == Verdict.REDUCE) {
      codes.add("CPUOverprovisioned");
    } else if (decision.verdict() == Verdict.INCREASE) {
      codes.add("CPUUnderprovisioned");
    }
    for (Guard guard : study.guards().of(today.shape())) {
      String code = UNDER.get(guard.name());
      if (code != null && guard.state() == Guard.State.FAIL) {
        codes.add(code);
      }
    }
    if (study.search().newer(study.worthwhile(), workload) != null) {
      codes.add("NewGenerationDBInstanceClassAvailable");
    }
    return codes;
  }
}
