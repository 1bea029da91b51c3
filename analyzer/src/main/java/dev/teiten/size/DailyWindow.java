package dev.teiten.size;

import static dev.teiten.size.DayPeaks.MINUTES_A_DAY;

/** When in the day a query does its work. */
final class DailyWindow {
  /** Of a day's work: what a window has to hold. */
  private static final double MOST = 0.9;

  private DailyWindow() {}

  /**
   * The minute of the day at which the shortest window begins that holds nine tenths of the work;
   * it may reach over midnight. 0 for a query without work.
   */
  static int start(WeekWork work) {
    return shortest(profile(work))[0];
  }

  /** How long that window is, minutes. */
  static int minutes(WeekWork work) {
    return shortest(profile(work))[1];
  }

  private static double[] profile(WeekWork work) {
    double[] profile = new double[MINUTES_A_DAY];
    for (double[] series : new double[][] {work.writer(), work.readers()}) {
      for (int t = 0; t < series.length; t++) {
        profile[t % MINUTES_A_DAY] += Double.isNaN(series[t]) ? 0 : series[t];
      }
    }
    return profile;
  }

  private static int[] shortest(double[] profile) {
    double all = 0;
    for (double value : profile) {
      all += value;
    }
    int[] best = {0, MINUTES_A_DAY};
    double sum = 0;
    int end = 0;
    for (int start = 0; start < MINUTES_A_DAY && all > 0; start++) {
      while (sum < MOST * all && end < start + MINUTES_A_DAY) {
        sum += profile[end++ % MINUTES_A_DAY];
      }
      if (sum >= MOST * all && end - start < best[1]) {
        best = new int[] {start, end - start};
      }
      sum -= profile[start];
    }
    return best;
  }
}
