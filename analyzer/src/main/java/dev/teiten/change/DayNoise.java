package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.load.KnownValues;

/**
 * How far single days of a query stray from the means of their weekday and their week, in the weeks
 * before. Days are many more than weeks. So they tell a noisy query (a job of one hour) from a
 * steady one (a statement of every page) far better than a few weekly means.
 *
 * @param variance of one day's logarithm
 * @param degrees of freedom of the variance
 */
record DayNoise(double variance, double degrees) {

  /**
   * @param logs logarithms of a query
   * @param before the first weeks, which count
   */
  static DayNoise of(DailyValues logs, int before) {
    double[] weekdays = logs.weekdayMeans(before);
    double squares = 0;
    int days = 0;
    int weeks = 0;
    for (int w = 0; w < before; w++) {
      double[] residuals = logs.week(w);
      for (int day = 0; day < DayGrid.COUNT; day++) {
        residuals[day] -= weekdays[day];
      }
      double mean = KnownValues.mean(residuals);
      weeks += Double.isNaN(mean) ? 0 : 1;
      for (double residual : KnownValues.of(residuals)) {
        squares += (residual - mean) * (residual - mean);
        days++;
      }
    }
    // A mean for each weekday and each week has been taken out, one of them twice.
    double degrees = Math.max(0, days - DayGrid.COUNT - weeks + 1);
    return new DayNoise(degrees > 0 ? squares / degrees : 0, degrees);
  }
}
