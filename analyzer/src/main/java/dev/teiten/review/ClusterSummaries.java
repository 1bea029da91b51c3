package dev.teiten.review;

import dev.teiten.cpu.RunningVcpus;
import dev.teiten.load.ClusterLoad;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes the summaries of the fleet page from analyses. */
final class ClusterSummaries {
  private ClusterSummaries() {}

  static ClusterSummary of(ClusterLoad load, Ranking ranking, SizingAdvice sizing) {
    Current current = sizing.current();
    OptionalDouble vcpus = RunningVcpus.of(load).most();
    return new ClusterSummary(
        load.cluster(),
        ranking.week(),
        ranking.coverage(),
        vcpus.isPresent() ? (int) Math.round(vcpus.getAsDouble()) : null,
        current == null ? null : current.autoscaling(),
        ranking.loadAas(),
        ranking.peakLoadAas(),
        before(load),
        current == null ? null : current.p99Utilisation(),
        sizing.verdict(),
        current == null ? null : current.monthlyUsd(),
        saving(sizing));
  }

  /** Mean load of the week before, AAS, if the archive has it. */
  private static @Nullable Double before(ClusterLoad load) {
    return load.history().stream()
        .filter(week -> week.week().equals(load.week().plus(-1)))
        .findFirst()
        .map(week -> Arrays.stream(week.totalAas()).filter(v -> !Double.isNaN(v)).average())
        .filter(OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .orElse(null);
  }

  private static @Nullable Double saving(SizingAdvice sizing) {
    Option recommended = sizing.recommended();
    if (sizing.verdict() == SizingAdvice.Verdict.REDUCE && recommended != null) {
      return recommended.monthlySavingUsd();
    }
    if (sizing.verdict() != SizingAdvice.Verdict.UNDECIDED
        && sizing.prices() != null
        && sizing.fixSets().isEmpty()) {
      return 0.0;
    }
    // The same as the review's headline says.
    return BestFixes.of(sizing).map(FixSet::monthlySavingUsd).orElse(null);
  }
}
