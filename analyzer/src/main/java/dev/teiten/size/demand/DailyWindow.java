package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;

/**
 * The shortest part of the day that holds nine tenths of a query's work. It may reach over
 * midnight.
 *
 * @param start minute of the day at which it begins; 0 for a query without work
 * @param minutes its length, 1440 for a query without work
 */
public record DailyWindow(int start, int minutes) {
  /** Share of a day's work that a window has to hold. */
  private static final double HELD_SHARE = 0.9;

  private static final int DAY = TimeUnits.MINUTES_PER_DAY;

  public static DailyWindow of(WeekWork work) {
    return shortest(profile(work));
  }

  private static double[] profile(WeekWork work) {
    double[] profile = new double[DAY];
    for (double[] series : new double[][] {work.writer(), work.readers()}) {
      for (int t = 0; t < series.length; t++) {
        profile[t % DAY] += Double.isNaN(series[t]) ? 0 : series[t];
      }
    }
    return profile;
  }

  private static DailyWindow shortest(double[] profile) {
    double total = 0;
    for (double value : profile) {
      total += value;
    }
    DailyWindow best = new DailyWindow(0, DAY);
    double sum = 0;
    int end = 0;
    for (int start = 0; start < DAY && total > 0; start++) {
      while (sum < HELD_SHARE * total && end < start + DAY) {
        sum += profile[end++ % DAY];
      }
      if (sum >= HELD_SHARE * total && end - start < best.minutes) {
        best = new DailyWindow(start, end - start);
      }
      sum -= profile[start];
    }
    return best;
  }
}
