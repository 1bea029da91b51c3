package dev.teiten.load;

import java.util.Arrays;

/** Statistics of values, {@code NaN} where a value is unknown; unknown values do not count. */
public final class KnownValues {
  /** The standard deviation of a normal distribution over its median absolute deviation. */
  public static final double SIGMA_PER_MAD = 1.4826;

  private KnownValues() {}

  /** The values that are known, in their order. */
  public static double[] of(double... values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  public static int count(double... values) {
    return of(values).length;
  }

  /** The sum; 0 if no value is known. */
  public static double sum(double... values) {
    return Arrays.stream(of(values)).sum();
  }

  /** The arithmetic mean; {@code NaN} if no value is known. */
  public static double mean(double... values) {
    return Arrays.stream(of(values)).average().orElse(Double.NaN);
  }

  /** The median, the mean of the middle two for an even number; {@code NaN} if none is known. */
  public static double median(double... values) {
    double[] sorted = sorted(values);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The median, the higher of the middle two for an even number; {@code NaN} if none is known. */
  public static double highMedian(double... values) {
    double[] sorted = sorted(values);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /**
   * The standard deviation of normal values with some outliers, by their median absolute deviation
   * from a centre; {@code NaN} if no value is known.
   */
  public static double robustDeviation(double centre, double... values) {
    double[] distances = Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray();
    return SIGMA_PER_MAD * median(distances);
  }

  private static double[] sorted(double... values) {
    double[] sorted = of(values);
    Arrays.sort(sorted);
    return sorted;
  }
}
