package dev.teiten.review.promise;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.StatementText;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ReviewWeek;
import dev.teiten.normalize.Dialect;
import dev.teiten.normalize.NormalizedStatement;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Holds promises against what was collected since. */
public final class PromiseVerifier {
  /** Weeks before the one of the fix that it is compared with. */
  private static final int WEEKS_BEFORE = 4;

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
    return (int) Math.max(0, since + WEEKS_BEFORE);
  }

  /**
   * What became of a promise.
   *
   * @param load the last week to look at, with {@link #historyWeeks} of history
   */
  public Verification verify(Promise promise, ClusterLoad load) {
    return verify(promise, load, CpuWork.of(load));
  }

  /** The same, for a caller that has the CPU work already. */
  public Verification verify(Promise promise, ClusterLoad load, CpuWork work) {
    normalizers.apply(Dialect.of(load.cluster().engine()));
    return Verification.undecided(PromiseText.UNKNOWN_QUERY.of(promise.fingerprint()));
  }
}
