package dev.teiten.size.demand;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The work of several readers by minute. Where a living reader has no data, it is taken to do the
 * mean of the others.
 */
final class PooledSum {
  private final double[] sum;
  private final int[] withData;
  private final int[] living;

  PooledSum(int minutes) {
    this.sum = new double[minutes];
    this.withData = new int[minutes];
    this.living = new int[minutes];
  }

  /**
   * Adds {@code unit} times the work of a reader.
   *
   * @param reading the minutes in which the instance ran as a reader
   */
  void add(double[] series, BitSet reading, double unit) {
    addUnknown(reading);
    for (int t = 0; t < Math.min(sum.length, series.length); t++) {
      if (reading.get(t) && !Double.isNaN(series[t])) {
        withData[t]++;
        sum[t] += unit * series[t];
      }
    }
  }

  /** Adds a reader without data. */
  void addUnknown(BitSet reading) {
    reading.stream().filter(t -> t < living.length).forEach(t -> living[t]++);
  }

  /** The sum; zeros where no reader ran, and {@code NaN} where readers ran and none has data. */
  double[] total() {
    double[] total = new double[sum.length];
    Arrays.setAll(
        total,
        t -> {
          if (living[t] == 0) {
            return 0;
          }
          return withData[t] == 0 ? Double.NaN : sum[t] * living[t] / withData[t];
        });
    return total;
  }
}
