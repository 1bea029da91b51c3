package dev.teiten.size.predict;

import java.util.Arrays;

/**
 * The work of several readers by minute. A reader lives from its first known minute to its last.
 * Where a living reader has no data, it is taken to do the mean of the others.
 */
final class PooledSum {
  private final double[] sum;
  private final int[] withData;
  private final int[] living;
  private int added;

  PooledSum(int minutes) {
    this.sum = new double[minutes];
    this.withData = new int[minutes];
    this.living = new int[minutes];
  }

  /** Adds {@code unit} times the work of a reader. */
  void add(double[] series, double unit) {
    added++;
    int first = 0;
    int last = Math.min(sum.length, series.length) - 1;
    while (first <= last && Double.isNaN(series[first])) {
      first++;
    }
    while (last >= first && Double.isNaN(series[last])) {
      last--;
    }
    for (int t = first; t <= last; t++) {
      living[t]++;
      if (!Double.isNaN(series[t])) {
        withData[t]++;
        sum[t] += unit * series[t];
      }
    }
  }

  /** The sum; {@code NaN} where no reader has data, zeros if no reader was added. */
  double[] total() {
    double[] total = new double[sum.length];
    Arrays.setAll(total, t -> withData[t] == 0 ? Double.NaN : sum[t] * living[t] / withData[t]);
    return added == 0 ? sum.clone() : total;
  }
}
