package dev.teiten.web.chart;

import dev.teiten.load.ClusterLoad;

/** The cluster's load by hour of the week. */
public final class WeekHours {

  private WeekHours() {}

  /** Mean AAS by hour since the week's first instant; {@code NaN} for an hour without data. */
  public static double[] of(ClusterLoad load) {
    double[] total = LoadChart.total(load);
    return MinuteSeries.means(total, total, 0, total.length, 60);
  }
}
