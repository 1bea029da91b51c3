package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.stream.IntStream;

/**
 * The 99th percentile, over the minutes of one week, of CPU work in cores of the writer's class.
 *
 * @param writer of the writer
 * @param readers of one reader beyond its constant background, by its share of the sessions' work
 * @param together of writer and readers on one instance
 * @param sustained the least capacities that keep the limits of overload
 */
public record PeakDemand(
    double writer, ReaderDemand readers, double together, SustainedDemand sustained) {
  private static final int[] WHOLE_WEEK = IntStream.range(0, TimeUnits.DAYS_PER_WEEK).toArray();

  /** The work of a single minute. */
  public static PeakDemand level(double writer, double readers, double agents) {
    double together = writer + readers;
    ReaderDemand onReader = share -> share * readers + agents;
    return new PeakDemand(
        writer, onReader, together, new SustainedDemand(writer, onReader, together));
  }

  public PeakDemand times(double factor) {
    return times(factor, factor);
  }

  public PeakDemand times(double onWriter, double onReaders) {
    return new PeakDemand(
        writer * onWriter,
        readers.times(onReaders),
        together * Math.max(onWriter, onReaders),
        sustained.times(onWriter, onReaders));
  }

  /** The larger value of each. */
  public PeakDemand max(PeakDemand other) {
    return new PeakDemand(
        Math.max(writer, other.writer),
        readers.max(other.readers),
        Math.max(together, other.together),
        sustained.max(other.sustained));
  }

  /** This demand with other limits of overload, or of other weeks. */
  public PeakDemand with(SustainedDemand other) {
    return new PeakDemand(writer, readers, together, other);
  }

  /**
   * This demand on readers whose number is scaled, if {@code tracked} is that on the scaled ones.
   */
  public PeakDemand scaled(PeakDemand tracked) {
    return new PeakDemand(
        writer,
        new ScaledReaderDemand(tracked.readers, readers),
        together,
        sustained.scaled(tracked.sustained));
  }

  public static PeakDemand of(WeekWork week, OverloadLimits limits) {
    ReaderPeaks readers = new ReaderPeaks();
    readers.add(week);
    return new PeakDemand(
        MinuteStatistics.quantile(week.writer(), 0.99),
        readers.p99(WHOLE_WEEK),
        MinuteStatistics.quantile(week.together(), 0.99),
        SustainedDemand.of(week, limits));
  }
}
