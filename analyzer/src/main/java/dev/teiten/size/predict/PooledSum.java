package dev.teiten.size.predict;

import java.util.Arrays;

/**
 * Adds up what several readers did by minute. A reader lives from its first known minute to its
 * last; where a living one has no data, the others stand for it.
 */
final class PooledSum {
  private final double[] sum;
  private final int[] known;
  private final int[] living;
  private int added;

  PooledSum(int minutes) {
    this.sum = new double[minutes];
    this.known = new int[minutes];
    this.living = new int[minutes];
  }

  /** Adds {@code unit} times what {@code series} has beyond {@code background}. */
  void add(double[] series, double background, double unit) {
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
        known[t]++;
        sum[t] += unit * Math.max(0, series[t] - background);
      }
    }
  }

  /** {@code NaN} where readers were added but none is known; zeros if none was added. */
  double[] total() {
    double[] total = new double[sum.length];
    Arrays.setAll(total, t -> known[t] == 0 ? Double.NaN : sum[t] * living[t] / known[t]);
    return added == 0 ? sum.clone() : total;
  }
}
