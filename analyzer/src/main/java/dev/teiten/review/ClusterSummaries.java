package dev.teiten.review;

import dev.teiten.cpu.RunningVcpus;
import dev.teiten.load.WeekLoad;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Current;
import dev.teiten.size.SizingAdvice.FixSet;
import dev.teiten.size.SizingAdvice.Option;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Makes the summaries of the fleet page from reviews. */
final class ClusterSummaries {
  private ClusterSummaries() {}

  static ClusterSummary of(WeeklyReview review) {
    Ranking ranking = review.ranking();
    Current current = review.sizing().current();
    OptionalDouble vcpus = RunningVcpus.of(review.load()).most();
    return new ClusterSummary(
        review.load().cluster(),
        ranking.week(),
        ranking.coverage(),
        vcpus.isPresent() ? (int) Math.round(vcpus.getAsDouble()) : null,
        ranking.loadAas(),
        ranking.peakLoadAas(),
        before(review),
        current == null ? null : current.p99Utilisation(),
        review.sizing().verdict(),
        current == null ? null : current.monthlyUsd(),
        saving(review.sizing()),
        false);
  }

  /** Mean load of the week before, AAS, if the archive has it. */
  private static @Nullable Double before(WeeklyReview review) {
    List<WeekLoad> history = review.load().history();
    return history.stream()
        .filter(week -> week.week().equals(review.ranking().week().plus(-1)))
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
