package dev.teiten.size;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Instance;
import org.jspecify.annotations.Nullable;

/**
 * The Aurora capacity units (ACU) of the Serverless v2 instances of a capacity. Means and
 * percentiles are over the reviewed week and of all these instances together; the range is that of
 * each.
 *
 * @param min the minimum of an instance
 * @param max the maximum of an instance
 * @param usedMean units whose CPU is in use: CPU utilization times units; null if unknown
 * @param usedP99 99th percentile over the minutes of the same
 * @param allocatedMean units allocated, which AWS bills: measured, or estimated for another
 *     capacity than today's; null if unknown
 * @param monthlyUsd list price of the allocated units for 730 hours; null without a price
 */
public record AcuUse(
    double min,
    double max,
    @Nullable Double usedMean,
    @Nullable Double usedP99,
    @Nullable Double allocatedMean,
    @Nullable Double monthlyUsd) {

  /** The class, of Serverless v2 with the range: {@code db.serverless (2–32 ACU)}. */
  static @Nullable String label(@Nullable String instanceClass, @Nullable AcuUse acu) {
    return instanceClass == null || acu == null || !Instance.isServerless(instanceClass)
        ? instanceClass
        : acu.range().labelled(instanceClass);
  }

  /** Whether both have the same range, or none. */
  public static boolean sameRange(@Nullable AcuUse one, @Nullable AcuUse other) {
    return one == null || other == null ? one == other : one.range().equals(other.range());
  }

  private AcuRange range() {
    return new AcuRange(min, max);
  }
}
