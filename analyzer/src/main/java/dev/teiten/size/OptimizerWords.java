package dev.teiten.size;

import dev.teiten.load.TimeUnits;
import dev.teiten.size.SizingAdvice.Verdict;
import dev.teiten.size.SizingDetails.ComputeOptimizer;
import dev.teiten.size.guard.Guard;
import dev.teiten.size.guard.GuardName;
import dev.teiten.size.guard.LoadGuards;
import dev.teiten.size.predict.ScenarioResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says a decision in the words of AWS Compute Optimizer. */
final class OptimizerWords {
  private static final int HIGHEST_RISK = 4;

  /** The finding codes of guards that fail today. */
  private static final Map<GuardName, String> UNDERPROVISIONED =
      Map.of(
          GuardName.MEMORY, "MemoryUnderprovisioned",
          GuardName.NETWORK, "NetworkBandwidthUnderprovisioned",
          GuardName.STORAGE, "EBSThroughputUnderprovisioned");

  private final CapacityCandidates candidates;
  private final CapacitySearch search;
  private final CapacityOptions options;
  private final LoadGuards guards;
  private final int weeks;

  /**
   * @param weeks of history, the reviewed one included
   */
  OptimizerWords(
      CapacityCandidates candidates,
      CapacitySearch search,
      CapacityOptions options,
      LoadGuards guards,
      int weeks) {
    this.candidates = candidates;
    this.search = search;
    this.options = options;
    this.guards = guards;
    this.weeks = weeks;
  }

  /** Null where nothing was decided. */
  @Nullable ComputeOptimizer of(SizingDecision decision, ScenarioResults results) {
    if (decision.verdict() == Verdict.UNDECIDED) {
      return null;
    }
    CapacityCandidate recommended = decision.recommended();
    Integer risk = options.of(candidates.today(), results).risk();
    Double saving =
        recommended == null ? null : options.of(recommended, results).monthlySavingUsd();
    return new ComputeOptimizer(
        finding(decision.verdict()),
        codes(decision.verdict(), results),
        Objects.requireNonNullElse(risk, HIGHEST_RISK),
        saving == null || saving < 0 ? null : saving,
        TimeUnits.DAYS_PER_WEEK * weeks);
  }

  private static String finding(Verdict verdict) {
    return switch (verdict) {
      case REDUCE -> "Overprovisioned";
      case INCREASE -> "Underprovisioned";
      default -> "Optimized";
    };
  }

  private List<String> codes(Verdict verdict, ScenarioResults results) {
    List<String> codes = new ArrayList<>();
    if (verdict == Verdict.REDUCE) {
      codes.add("CPUOverprovisioned");
    } else if (verdict == Verdict.INCREASE) {
      codes.add("CPUUnderprovisioned");
    }
    for (Guard guard : guards.besidesCpu(candidates.today().shape(), results)) {
      String code = UNDERPROVISIONED.get(guard.name());
      if (code != null && guard.state() == Guard.State.FAIL) {
        codes.add(code);
      }
    }
    CapacityCandidate newer = search.newer(search.worthwhileCost(), results);
    if (newer != null && !ServerlessShapes.isOtherKind(newer.shape(), candidates.today().shape())) {
      codes.add("NewGenerationDBInstanceClassAvailable");
    }
    return codes;
  }
}
