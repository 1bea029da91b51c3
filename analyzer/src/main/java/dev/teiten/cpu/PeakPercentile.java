package dev.teiten.cpu;

import org.apache.commons.math3.util.KthSelector;

/** The 99th percentile of minutes: the lowest value of the highest 1 %. */
public final class PeakPercentile {
  private static final double PART = 0.01;

  private PeakPercentile() {}

  /** Number of peak minutes among {@code minutes} minutes; at least one if any is known. */
  public static int count(int minutes) {
    return (int) Math.ceil(PART * minutes);
  }

  /**
   * The lowest of the highest 1 % of the values, at least one of them; {@code NaN} without values.
   */
  public static double of(double[] values) {
    return values.length == 0 ? Double.NaN : highest(values.clone(), count(values.length));
  }

  /**
   * The {@code count}-th highest value.
   *
   * @param values reordered by the call
   */
  public static double highest(double[] values, int count) {
    return new KthSelector().select(values, null, values.length - count);
  }
}
