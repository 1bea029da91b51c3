package dev.teiten.size.predict;

import dev.teiten.load.TimeUnits;
import java.util.stream.IntStream;

/**
 * The 99th percentile, over the minutes of one week, of CPU work in cores of the writer's class.
 *
 * @param writer of the writer
 * @param readers of one reader beyond its constant background, by its share of the sessions' work
 * @param together of writer and readers on one instance
 */
public record PeakDemand(double writer, ReaderDemand readers, double together) {
  private static final int[] WHOLE_WEEK = IntStream.range(0, TimeUnits.DAYS_PER_WEEK).toArray();

  PeakDemand times(double factor) {
    return new PeakDemand(writer * factor, readers.times(factor), together * factor);
  }

  /** The larger value of each. */
  PeakDemand max(PeakDemand other) {
    return new PeakDemand(
        Math.max(writer, other.writer),
        readers.max(other.readers),
        Math.max(together, other.together));
  }

  static PeakDemand of(WeekWork week) {
    ReaderPeaks readers = new ReaderPeaks();
    readers.add(week);
    return new PeakDemand(
        MinuteStatistics.quantile(week.writer(), 0.99),
        readers.p99(WHOLE_WEEK),
        MinuteStatistics.quantile(week.together(), 0.99));
  }
}
