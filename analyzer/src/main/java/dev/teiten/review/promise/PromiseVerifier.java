package dev.teiten.review.promise;

import dev.teiten.change.beforeafter.BeforeAfterComparison;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.scan.Dialect;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * Verifies promises with the load collected since the fix. The work per call is compared with the
 * same weekdays before the fix, less the common change of the other queries.
 */
public final class PromiseVerifier {
  private static final double MIN_COVERAGE = 0.5;

  private final Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers;

  /**
   * @param normalizers the statement reader of each dialect
   */
  public PromiseVerifier(
      Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers) {
    this.normalizers = normalizers;
  }

  /** The weeks of history, before {@code last}, that a verification needs; at least 0. */
  public static int historyWeeks(Promise promise, ReviewWeek last) {
    ReviewWeek fixed = ReviewWeek.of(promise.fixedAt(), last.zone());
    long since = ChronoUnit.WEEKS.between(fixed.monday(), last.monday());
    return (int) Math.max(0, since + BeforeAfterComparison.WEEKS_BEFORE);
  }

  /**
   * The outcome of a promise.
   *
   * @param load the last week to compare, with {@link #historyWeeks} of history
   */
  public PromiseVerification verify(Promise promise, ClusterLoad load) {
    return verify(promise, load, CpuWork.of(load));
  }

  /** The outcome of a promise, for a caller that has the CPU work already. */
  public PromiseVerification verify(Promise promise, ClusterLoad load, CpuWork work) {
    if (load.coverage().share() < MIN_COVERAGE) {
      double percent = 100 * load.coverage().share();
      return PromiseVerification.undecided(PromiseText.LOW_COVERAGE.of(percent));
    }
    Dialect dialect = Dialect.of(load.cluster().engine());
    BeforeAfterComparison comparison =
        new BeforeAfterComparison(load, work, normalizers.apply(dialect), promise.fixedAt());
    Promise current = promise.about(comparison.currentId(promise.fingerprint()));
    return new PromiseAssessment(current, comparison, load.week().zone()).verification();
  }
}
