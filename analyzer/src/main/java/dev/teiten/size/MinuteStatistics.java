package dev.teiten.size;

import java.util.Arrays;
import org.apache.commons.math3.util.KthSelector;

/** Order statistics of one value a minute, where {@code NaN} is a minute without data. */
final class MinuteStatistics {
  private static final KthSelector SELECTOR = new KthSelector();

  private MinuteStatistics() {}

  /**
   * The value that at most {@code 1 - quantile} of the minutes exceed, by nearest rank; {@code NaN}
   * without data.
   */
  static double quantile(double[] values, double quantile) {
    double[] known = finite(values);
    if (known.length == 0) {
      return Double.NaN;
    }
    int rank = Math.min(known.length - 1, (int) (quantile * known.length));
    return SELECTOR.select(known, null, rank);
  }

  static double max(double[] values) {
    return Arrays.stream(finite(values)).max().orElse(Double.NaN);
  }

  static int count(double[] values) {
    int count = 0;
    for (double value : values) {
      count += Double.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  static double[] plus(double[] a, double[] b) {
    double[] sum = new double[Math.min(a.length, b.length)];
    Arrays.setAll(sum, t -> a[t] + b[t]);
    return sum;
  }

  /** Without the minutes that have no data; always a copy. */
  static double[] finite(double[] values) {
    double[] finite = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        finite[count++] = value;
      }
    }
    return count == values.length ? finite : Arrays.copyOf(finite, count);
  }
}
