package dev.teiten.size.demand;

import java.util.Arrays;

/**
 * The least capacities that keep the {@link OverloadLimits}, in cores of the writer's class.
 *
 * @param writer for the writer's work
 * @param readers for the work of one reader beyond its constant background, by its share of the
 *     sessions' work
 * @param together for writer and readers on one instance
 */
public record SustainedDemand(double writer, ReaderDemand readers, double together) {

  public static SustainedDemand of(WeekWork week, OverloadLimits limits) {
    return new SustainedDemand(
        limits.leastCapacity(week.writer()),
        readers(week, limits),
        limits.leastCapacity(week.together()));
  }

  /**
   * An upper bound: while an agent runs, it meets the highest minute of the sessions beside it. The
   * exact number would have to be computed again for every share.
   */
  private static ReaderDemand readers(WeekWork week, OverloadLimits limits) {
    double sessions = limits.leastCapacity(week.readers());
    boolean none = Arrays.stream(week.agents()).allMatch(work -> work == 0);
    double agents = none ? 0 : limits.leastCapacity(week.agents());
    if (agents == 0) {
      return share -> share * sessions;
    }
    double beside = 0;
    for (int t = 0; t < week.readers().length; t++) {
      if (week.agents()[t] > 0 && week.readers()[t] > beside) {
        beside = week.readers()[t];
      }
    }
    double highest = beside;
    return share -> Math.max(share * sessions, share * highest + agents);
  }

  /** This demand on readers whose number is scaled; see {@link PeakDemand#scaled}. */
  SustainedDemand scaled(SustainedDemand tracked) {
    return new SustainedDemand(writer, new ScaledReaderDemand(tracked.readers, readers), together);
  }

  public SustainedDemand times(double onWriter, double onReaders) {
    return new SustainedDemand(
        writer * onWriter, readers.times(onReaders), together * Math.max(onWriter, onReaders));
  }

  /** The larger value of each. */
  public SustainedDemand max(SustainedDemand other) {
    return new SustainedDemand(
        Math.max(writer, other.writer),
        readers.max(other.readers),
        Math.max(together, other.together));
  }
}
