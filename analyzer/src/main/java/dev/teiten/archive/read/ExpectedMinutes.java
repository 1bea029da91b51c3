package dev.teiten.archive.read;

import dev.teiten.load.Instance;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The minutes in which an instance is expected to have data: from its creation until it is known to
 * be gone. The minutes of both events count.
 *
 * @param first minute since 1970-01-01T00:00Z
 * @param end the minute after the last
 */
record ExpectedMinutes(long first, long end) {

  /**
   * @param goneAt when the instance was known to be gone; null if it is not
   */
  static ExpectedMinutes of(Instance instance, @Nullable Instant goneAt) {
    Instant createdAt = instance.createdAt();
    return new ExpectedMinutes(
        createdAt == null ? Long.MIN_VALUE : minute(createdAt),
        goneAt == null ? Long.MAX_VALUE : minute(goneAt.minusNanos(1)) + 1);
  }

  /** The coverage of a range in which {@code observed} minutes have data. */
  MinuteCoverage coverage(TimeRange range, long observed) {
    long from = Math.max(first, minute(range.from()));
    long to = Math.min(end, minute(range.to()));
    return new MinuteCoverage(observed, Math.max(observed, Math.max(0, to - from)));
  }

  /**
   * The coverage of a range; a minute that has data without being expected counts as expected.
   *
   * @param total a value for each minute of the range, {@code NaN} where there is no data
   */
  MinuteCoverage coverage(TimeRange range, double[] total) {
    long start = minute(range.from());
    int expected = 0;
    int observed = 0;
    for (int i = 0; i < total.length; i++) {
      boolean isObserved = !Double.isNaN(total[i]);
      boolean isExpected = start + i >= first && start + i < end;
      expected += isExpected || isObserved ? 1 : 0;
      observed += isObserved ? 1 : 0;
    }
    return new MinuteCoverage(observed, expected);
  }

  private static long minute(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), (long) TimeUnits.SECONDS_PER_MINUTE);
  }
}
