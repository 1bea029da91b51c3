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
 * Holds promises against what was collected since: what a call of the query costs, against the same
 * weekdays before the fix and against what the other queries did meanwhile.
 */
public final class PromiseVerifier {
  private static final double MIN_COVERAGE = 0.5;

  private final Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers;

  /**
   * @param normalizers what reads the statements of a dialect
   */
  public PromiseVerifier(
      Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers) {
    this.normalizers = normalizers;
  }

  /**
   * How many weeks before {@code last} a load has to look back to, at least 0, so that the promise
   * can be verified with it.
   */
  public static int historyWeeks(Promise promise, ReviewWeek last) {
    ReviewWeek fixed = ReviewWeek.of(promise.fixedAt(), last.zone());
    long since = ChronoUnit.WEEKS.between(fixed.monday(), last.monday());
    return (int) Math.max(0, since + BeforeAfterComparison.WEEKS_BEFORE);
  }

  /**
   * What became of a promise.
   *
   * @param load the last week to look at, with {@link #historyWeeks} of history
   */
  public PromiseVerification verify(Promise promise, ClusterLoad load) {
    return verify(promise, load, CpuWork.of(load));
  }

  /** The same, for a caller that has the CPU work already. */
  public PromiseVerification verify(Promise promise, ClusterLoad load, CpuWork work) {
    if (load.coverage().share() < MIN_COVERAGE) {
      double percent = 100 * load.coverage().share();
      return PromiseVerification.undecided(PromiseText.LOW_COVERAGE.of(percent));
    }
    Dialect dialect = Dialect.of(load.cluster().engine());
    BeforeAfterComparison courses =
        new BeforeAfterComparison(load, work, normalizers.apply(dialect), promise.fixedAt());
    return new PromiseAssessment(promise, courses, load.week().zone()).verification();
  }
}
