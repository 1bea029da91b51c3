package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;

/**
 * The weekly means of one query's logarithms from some day to Sunday, each day less the mean of its
 * weekday in the weeks before.
 *
 * @param difference the reviewed week less the mean of the weeks before; {@code NaN} if unknown
 * @param variance of a weekly mean over all days of the part, from the weeks before
 * @param degrees of freedom of the variance: known weeks before, less one; not below 0
 * @param errorFactor the squared standard error of {@code difference} over the variance
 */
public record WeeklyMeans(double difference, double variance, int degrees, double errorFactor) {

  boolean isComparable() {
    return !Double.isNaN(difference);
  }

  /**
   * @param logs logarithms of a query
   * @param before the number of weeks before the reviewed one
   * @param fromDay the first day (0 is Monday) of the compared part
   */
  public static WeeklyMeans of(DailyValues logs, int before, int fromDay) {
    double[] weekdays = logs.weekdayMeans(before);
    double[] means = new double[before + 1];
    int[] days = new int[before + 1];
    for (int w = 0; w <= before; w++) {
      for (int day = fromDay; day < DayGrid.COUNT; day++) {
        double residual = logs.value(w, day) - weekdays[day];
        if (!Double.isNaN(residual)) {
          means[w] += residual;
          days[w]++;
        }
      }
      means[w] = days[w] > 0 ? means[w] / days[w] : Double.NaN;
    }
    return compare(means, days, before, DayGrid.COUNT - fromDay);
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
