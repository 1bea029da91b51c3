package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;

/**
 * How much single days of a query stray from their weekday and their week, in the weeks before.
 * There are many more days than weeks, so that this tells apart what is noisy by nature (a job of
 * one hour) and what is steady (a statement of every page) far better than a few weekly means do.
 *
 * @param variance of one day
 * @param degrees of freedom behind it
 */
record DayNoise(double variance, double degrees) {

  static DayNoise of(double[][] logs, int before) {
    double[] weekdays = new double[DayGrid.COUNT];
    for (int day = 0; day < DayGrid.COUNT; day++) {
      double[] own = new double[before];
      for (int w = 0; w < before; w++) {
        own[w] = logs[w][day];
      }
      weekdays[day] = QueryHistory.mean(own);
    }
    double squares = 0;
    int days = 0;
    int weeks = 0;
    for (int w = 0; w < before; w++) {
      double[] rest = new double[DayGrid.COUNT];
      for (int day = 0; day < DayGrid.COUNT; day++) {
        rest[day] = logs[w][day] - weekdays[day];
      }
      double mean = QueryHistory.mean(rest);
      weeks += Double.isNaN(mean) ? 0 : 1;
      for (double value : rest) {
        squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
        days += Double.isNaN(value) ? 0 : 1;
      }
    }
    // A mean for each weekday and each week has been taken out, one of them twice.
    double degrees = Math.max(0, days - DayGrid.COUNT - weeks + 1);
    return new DayNoise(degrees > 0 ? squares / degrees : 0, degrees);
  }
}
