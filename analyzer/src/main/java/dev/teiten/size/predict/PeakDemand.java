package dev.teiten.size.predict;

/**
 * The 99th percentile, over the minutes of one week, of CPU work in cores of the writer's class.
 *
 * @param writer of the writer
 * @param readers of all readers together, beyond their background
 * @param together of writer and readers on one instance
 * @param sustained the least capacities that keep the limits of overload
 */
public record PeakDemand(
    double writer, double readers, double together, SustainedDemand sustained) {

  /** One level of work, in a single minute say. */
  public static PeakDemand level(double writer, double readers) {
    double together = writer + readers;
    return new PeakDemand(
        writer, readers, together, new SustainedDemand(writer, readers, together));
  }

  PeakDemand times(double factor) {
    return times(factor, factor);
  }

  PeakDemand times(double onWriter, double onReaders) {
    return new PeakDemand(
        writer * onWriter,
        readers * onReaders,
        together * Math.max(onWriter, onReaders),
        sustained.times(onWriter, onReaders));
  }

  /** The larger value of each. */
  PeakDemand max(PeakDemand other) {
    return new PeakDemand(
        Math.max(writer, other.writer),
        Math.max(readers, other.readers),
        Math.max(together, other.together),
        sustained.max(other.sustained));
  }

  /** This demand with other limits of overload, or of other weeks. */
  PeakDemand with(SustainedDemand other) {
    return new PeakDemand(writer, readers, together, other);
  }

  static PeakDemand of(WeekWork week, OverloadLimits limits) {
    return new PeakDemand(
        MinuteStatistics.quantile(week.writer(), 0.99),
        MinuteStatistics.quantile(week.readers(), 0.99),
        MinuteStatistics.quantile(week.together(), 0.99),
        SustainedDemand.of(week, limits));
  }
}
