package dev.teiten.size;

/**
 * The 99th percentile, over the minutes of one week, of CPU work in cores of the writer's class.
 *
 * @param writer of the writer
 * @param readers of all readers together, without what each does without queries
 * @param together of writer and readers on one instance
 */
record Demand(double writer, double readers, double together) {
  Demand times(double factor) {
    return new Demand(writer * factor, readers * factor, together * factor);
  }

  /** The larger of each. */
  Demand max(Demand other) {
    return new Demand(
        Math.max(writer, other.writer),
        Math.max(readers, other.readers),
        Math.max(together, other.together));
  }

  static Demand of(WeekWork week) {
    return new Demand(
        Series.quantile(week.writer(), 0.99),
        Series.quantile(week.readers(), 0.99),
        Series.quantile(week.together(), 0.99));
  }
}
