package dev.teiten.size.predict;

/**
 * The 99th percentile, over the minutes of one week, of CPU work in cores of the writer's class.
 *
 * @param writer of the writer
 * @param readers of all readers together, beyond their background
 * @param together of writer and readers on one instance
 */
public record PeakDemand(double writer, double readers, double together) {
  PeakDemand times(double factor) {
    return new PeakDemand(writer * factor, readers * factor, together * factor);
  }

  /** The larger value of each. */
  PeakDemand max(PeakDemand other) {
    return new PeakDemand(
        Math.max(writer, other.writer),
        Math.max(readers, other.readers),
        Math.max(together, other.together));
  }

  static PeakDemand of(WeekWork week) {
    return new PeakDemand(
        MinuteStatistics.quantile(week.writer(), 0.99),
        MinuteStatistics.quantile(week.readers(), 0.99),
        MinuteStatistics.quantile(week.together(), 0.99));
  }
}
