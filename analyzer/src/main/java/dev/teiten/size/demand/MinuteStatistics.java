package dev.teiten.size.demand;

import java.util.Arrays;
import org.apache.commons.math3.util.KthSelector;
import org.jspecify.annotations.Nullable;

/**
 * Order statistics of series with one value a minute, where {@code NaN} is a minute without data.
 */
public final class MinuteStatistics {
  private static final KthSelector SELECTOR = new KthSelector();

  /** Shares such as 0.95 are not exact: a rank that is a whole number must not be rounded up. */
  private static final double ROUNDING = 1e-9;

  private MinuteStatistics() {}

  /**
   * The value that at most {@code 1 - quantile} of the minutes exceed, by nearest rank; {@code NaN}
   * without data.
   *
   * @param values null for a series that is not known
   */
  public static double quantile(double @Nullable [] values, double quantile) {
    double[] finite = values == null ? new double[0] : finite(values);
    if (finite.length == 0) {
      return Double.NaN;
    }
    int rank = Math.min(finite.length - 1, (int) (quantile * finite.length));
    return SELECTOR.select(finite, null, rank);
  }

  /**
   * The smallest value that at least the share {@code quantile} of the values does not exceed: type
   * 1 of Hyndman and Fan, Sample quantiles in statistical packages, American Statistician 50, 1996.
   * It differs from {@link #quantile} by one rank where {@code quantile} times their number is
   * whole.
   *
   * @param values one or more; {@code NaN} counts as the highest
   */
  public static double lowerQuantile(double[] values, double quantile) {
    int rank = Math.max(0, (int) Math.ceil(quantile * values.length - ROUNDING) - 1);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[rank];
  }

  /**
   * The value that {@code higher} others exceed or equal; 0 where there are not so many.
   *
   * @param values all known; their order may change
   */
  static double fromTop(double[] values, int higher) {
    return values.length <= higher ? 0 : SELECTOR.select(values, null, values.length - 1 - higher);
  }

  /** The highest value; {@code NaN} without data. */
  public static double max(double[] values) {
    return Arrays.stream(finite(values)).max().orElse(Double.NaN);
  }

  /**
   * The mean of the minutes with data; {@code NaN} without any.
   *
   * @param values null for a series that is not known
   */
  public static double mean(double @Nullable [] values) {
    return values == null ? Double.NaN : Arrays.stream(finite(values)).average().orElse(Double.NaN);
  }

  /** The number of minutes with data. */
  public static int count(double[] values) {
    int count = 0;
    for (double value : values) {
      count += Double.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  /** The sum by minute, as long as the shorter series. */
  static double[] plus(double[] left, double[] right) {
    double[] sum = new double[Math.min(left.length, right.length)];
    Arrays.setAll(sum, t -> left[t] + right[t]);
    return sum;
  }

  /** A copy without the minutes that have no data. */
  public static double[] finite(double[] values) {
    double[] finite = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        finite[count++] = value;
      }
    }
    return count == values.length ? finite : Arrays.copyOf(finite, count);
  }

  /** Null for {@code NaN} and for a stretch at saturation, which is infinite. */
  static @Nullable public Double finiteOrNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
