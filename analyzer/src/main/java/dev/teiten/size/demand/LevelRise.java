package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;

/**
 * The one rise of a series of hours that explains most of its variation (least squares).
 *
 * @param hour at which the higher level begins
 * @param size of the rise, as a logarithm
 * @param squares squared deviations of the days from the two levels
 * @param score the rise over its standard error
 * @param lasts whether the last part of the hours since then is still at the higher level
 */
record LevelRise(int hour, double size, double squares, double score, boolean lasts) {
  private static final LevelRise NONE = new LevelRise(0, 0, 0, 0, false);
  private static final int MIN_HOURS_BEFORE = TimeUnits.HOURS_PER_DAY;
  private static final int MIN_HOURS_AFTER = 3;

  /** The logarithm of the smallest rise that matters. */
  private static final double MIN_SIZE = Math.log(1.1);

  /** The least rise over its standard error, for a rise that may begin at any hour. */
  private static final double MIN_SCORE = 4;

  /** The usual scatter of a day's level, which counts as much as this many days seen. */
  private static final double DAY_LOG_SD = 0.06;

  private static final double PRIOR_DAYS = 7;

  /** The scatter of a week's level beyond that of its days. */
  private static final double WEEK_LOG_SD = 0.03;

  /** Whether the rise is large, sure and lasting. */
  boolean counts() {
    return size >= MIN_SIZE && score >= MIN_SCORE && lasts;
  }

  static LevelRise of(double[] logs) {
    double[] sums = new double[logs.length + 1];
    int[] counts = new int[logs.length + 1];
    for (int t = 0; t < logs.length; t++) {
      boolean known = !Double.isNaN(logs[t]);
      sums[t + 1] = sums[t] + (known ? logs[t] : 0);
      counts[t + 1] = counts[t] + (known ? 1 : 0);
    }
    int best = 0;
    double most = 0;
    int last = logs.length;
    for (int at = MIN_HOURS_BEFORE; at <= last - MIN_HOURS_AFTER; at++) {
      double before = counts[at];
      double after = counts[last] - before;
      double rise = mean(sums, counts, at, last) - mean(sums, counts, 0, at);
      double explained = rise * rise * before * after / (before + after);
      if (rise > 0 && explained > most) {
        most = explained;
        best = at;
      }
    }
    return best == 0 ? NONE : at(logs, sums, counts, best);
  }

  private static LevelRise at(double[] logs, double[] sums, int[] counts, int hour) {
    int last = logs.length;
    double before = mean(sums, counts, 0, hour);
    double size = mean(sums, counts, hour, last) - before;
    double[] days = HourlyLevels.days(logs);
    double squares = 0;
    int known = 0;
    for (int day = 0; day < days.length; day++) {
      if (!Double.isNaN(days[day])) {
        double end = (day + 1.0) * TimeUnits.HOURS_PER_DAY - hour;
        double part = Math.max(0, Math.min(1, end / TimeUnits.HOURS_PER_DAY));
        double left = days[day] - before - part * size;
        squares += left * left;
        known++;
      }
    }
    double prior = PRIOR_DAYS * DAY_LOG_SD * DAY_LOG_SD;
    double ofDay = (squares + prior) / Math.max(1, known - 2 + PRIOR_DAYS);
    double error =
        Math.sqrt(
            variance(ofDay, (double) hour / TimeUnits.HOURS_PER_DAY)
                + variance(ofDay, (double) (last - hour) / TimeUnits.HOURS_PER_DAY));
    int lastPart = last - Math.max(1, (last - hour) / 4);
    boolean lasts = mean(sums, counts, lastPart, last) - before >= size / 2;
    return new LevelRise(hour, size, squares, size / error, lasts);
  }

  /** The variance of a mean over some days; a part of a day scatters as a day does. */
  private static double variance(double ofDay, double days) {
    return ofDay / Math.max(1, days)
        + WEEK_LOG_SD * WEEK_LOG_SD / Math.max(1, days / TimeUnits.DAYS_PER_WEEK);
  }

  /** The mean of the known values; {@code NaN} if there are none. */
  private static double mean(double[] sums, int[] counts, int from, int to) {
    return (sums[to] - sums[from]) / (counts[to] - counts[from]);
  }
}
