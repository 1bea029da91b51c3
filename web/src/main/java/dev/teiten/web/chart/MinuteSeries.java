package dev.teiten.web.chart;

import java.util.Arrays;

/** Sums and means over series by minute; {@code NaN} is a minute without data. */
final class MinuteSeries {

  private MinuteSeries() {}

  static double[] empty(int minutes) {
    double[] series = new double[minutes];
    Arrays.fill(series, Double.NaN);
    return series;
  }

  /** Adds {@code part} to {@code sum} in the minutes with data. */
  static void add(double[] sum, double[] part) {
    for (int i = 0; i < Math.min(sum.length, part.length); i++) {
      if (!Double.isNaN(part[i])) {
        sum[i] = Double.isNaN(sum[i]) ? part[i] : sum[i] + part[i];
      }
    }
  }

  /**
   * The difference of {@code total} and {@code parts}; never below 0, and unknown if the total is.
   */
  static double[] remainder(double[] total, Iterable<double[]> parts) {
    double[] remainder = total.clone();
    for (double[] part : parts) {
      for (int i = 0; i < remainder.length; i++) {
        remainder[i] -= Double.isNaN(part[i]) ? 0 : part[i];
      }
    }
    for (int i = 0; i < remainder.length; i++) {
      remainder[i] = Double.isNaN(remainder[i]) ? remainder[i] : Math.max(0, remainder[i]);
    }
    return remainder;
  }

  /**
   * Means by step over the known minutes of {@code total} in {@code [from, to)}. An unknown part in
   * a known minute counts as 0, because the remainder contains it.
   */
  static double[] means(double[] part, double[] total, int from, int to, int step) {
    double[] means = new double[(to - from + step - 1) / step];
    for (int i = 0; i < means.length; i++) {
      int start = from + i * step;
      means[i] = mean(part, total, start, Math.min(to, start + step));
    }
    return means;
  }

  /**
   * Expands hourly values to all minutes of their hours; {@code first} is the first hour's minute.
   */
  static double[] ofHours(double[] hours, int first, int minutes) {
    double[] series = empty(minutes);
    for (int i = first; i < minutes; i++) {
      series[i] = hours[(i - first) / 60];
    }
    return series;
  }

  /** The hour's mean in each minute with data. */
  static double[] hourMeans(double[] total, int first) {
    double[] means = means(total, total, first, total.length, 60);
    double[] series = ofHours(means, first, total.length);
    for (int i = 0; i < series.length; i++) {
      series[i] = Double.isNaN(total[i]) ? Double.NaN : series[i];
    }
    return series;
  }

  static double mean(double[] part, double[] total, int from, int to) {
    double sum = 0;
    int minutes = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(total[i])) {
        sum += Double.isNaN(part[i]) ? 0 : part[i];
        minutes++;
      }
    }
    return minutes == 0 ? Double.NaN : sum / minutes;
  }

  /** Whether any minute of {@code [from, to)} has data. */
  static boolean isKnown(double[] series, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(series[i])) {
        return true;
      }
    }
    return false;
  }
}
