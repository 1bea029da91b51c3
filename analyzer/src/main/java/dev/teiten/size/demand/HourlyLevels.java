package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.Arrays;
import java.util.List;

/** The level of work by hour, as logarithms; {@code NaN} where unknown or without work. */
final class HourlyLevels {
  /** Hours of a week; the hour more or less of a clock change is left out. */
  static final int WEEK = TimeUnits.DAYS_PER_WEEK * TimeUnits.HOURS_PER_DAY;

  private static final int HOUR = TimeUnits.MINUTES_PER_HOUR;
  private static final int MIN_HOURS_OF_DAY = 6;

  private HourlyLevels() {}

  /** The logarithm of the mean work of each hour of a week. */
  static double[] logs(double[] work) {
    double[] logs = new double[WEEK];
    for (int hour = 0; hour < WEEK; hour++) {
      int from = Math.min(work.length, hour * HOUR);
      double[] known =
          MinuteStatistics.finite(
              Arrays.copyOfRange(work, from, Math.min(work.length, from + HOUR)));
      double mean = known.length == 0 ? 0 : Arrays.stream(known).sum() / known.length;
      logs[hour] = mean > 0 ? Math.log(mean) : Double.NaN;
    }
    return logs;
  }

  /** All hours of some weeks, less the median of the same hour of the week. */
  static double[] residuals(List<double[]> weeks) {
    double[] residuals = new double[WEEK * weeks.size()];
    for (int week = 0; week < weeks.size(); week++) {
      System.arraycopy(logs(weeks.get(week)), 0, residuals, week * WEEK, WEEK);
    }
    for (int hour = 0; hour < WEEK; hour++) {
      double median = median(residuals, hour);
      for (int t = hour; t < residuals.length; t += WEEK) {
        residuals[t] -= median;
      }
    }
    return residuals;
  }

  private static double median(double[] logs, int hour) {
    double[] same = new double[logs.length / WEEK];
    Arrays.setAll(same, week -> logs[hour + week * WEEK]);
    double[] known = MinuteStatistics.finite(same);
    Arrays.sort(known);
    return known.length == 0
        ? Double.NaN
        : (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
  }

  /** The mean of each day; {@code NaN} where few hours are known. */
  static double[] days(double[] logs) {
    double[] days = new double[logs.length / TimeUnits.HOURS_PER_DAY];
    for (int day = 0; day < days.length; day++) {
      int from = day * TimeUnits.HOURS_PER_DAY;
      double[] known =
          MinuteStatistics.finite(Arrays.copyOfRange(logs, from, from + TimeUnits.HOURS_PER_DAY));
      days[day] =
          known.length < MIN_HOURS_OF_DAY ? Double.NaN : Arrays.stream(known).sum() / known.length;
    }
    return days;
  }

  /** The median difference of two weeks, as a logarithm; {@code NaN} where they share no hour. */
  static double difference(double[] logs, double[] others) {
    double[] differences = new double[WEEK];
    Arrays.setAll(differences, hour -> logs[hour] - others[hour]);
    return MinuteStatistics.quantile(differences, 0.5);
  }
}
