package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;

/**
 * One query's weekly means of logarithms from some day to Sunday, each day against the mean of that
 * weekday in the weeks before.
 *
 * @param difference the reviewed week less the mean of the weeks before
 * @param variance of a weekly mean over all days of the part, from the weeks before
 * @param degrees weeks before that are known, less one; not below 0
 * @param errorFactor times the variance is the squared standard error of {@code difference}
 */
public record WeeklyMeans(double difference, double variance, int degrees, double errorFactor) {

  boolean isComparable() {
    return !Double.isNaN(difference);
  }

  public static WeeklyMeans of(double[][] logs, int before, int fromDay) {
    double[] profile = profile(logs, before);
    double[] means = new double[before + 1];
    int[] days = new int[before + 1];
    for (int w = 0; w <= before; w++) {
      for (int day = fromDay; day < DayGrid.COUNT; day++) {
        double rest = logs[w][day] - profile[day];
        if (!Double.isNaN(rest)) {
          means[w] += rest;
          days[w]++;
        }
      }
      means[w] = days[w] > 0 ? means[w] / days[w] : Double.NaN;
    }
    return compare(means, days, before, DayGrid.COUNT - fromDay);
  }

  private static double[] profile(double[][] logs, int before) {
    double[] profile = new double[DayGrid.COUNT];
    for (int day = 0; day < DayGrid.COUNT; day++) {
      double[] weeks = new double[before];
      for (int w = 0; w < before; w++) {
        weeks[w] = logs[w][day];
      }
      profile[day] = QueryHistory.mean(weeks);
    }
    return profile;
  }

  /** A mean over fewer days than the part has counts less, and errs more. */
  private static WeeklyMeans compare(double[] means, int[] days, int before, int length) {
    double centre = 0;
    double error = 0;
    int weeks = 0;
    for (int w = 0; w < before; w++) {
      if (days[w] > 0) {
        centre += means[w];
        error += (double) length / days[w];
        weeks++;
      }
    }
    if (weeks == 0 || days[before] == 0) {
      return new WeeklyMeans(Double.NaN, 0, 0, 0);
    }
    centre /= weeks;
    double squares = 0;
    for (int w = 0; w < before; w++) {
      squares += days[w] > 0 ? days[w] * Math.pow(means[w] - centre, 2) / length : 0;
    }
    double factor = (double) length / days[before] + error / weeks / weeks;
    double variance = weeks > 1 ? squares / (weeks - 1) : 0;
    return new WeeklyMeans(means[before] - centre, variance, Math.max(0, weeks - 1), factor);
  }
}
