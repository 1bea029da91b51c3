package dev.teiten.size.predict;

/**
 * The least capacities that keep the {@link OverloadLimits} of a week, in cores of the writer's
 * class.
 *
 * @param writer for the writer's work
 * @param readers for the work of all readers together, beyond their background
 * @param together for writer and readers on one instance
 */
public record SustainedDemand(double writer, double readers, double together) {
  static SustainedDemand of(WeekWork week, OverloadLimits limits) {
    return new SustainedDemand(
        limits.leastCapacity(week.writer()),
        limits.leastCapacity(week.readers()),
        limits.leastCapacity(week.together()));
  }

  SustainedDemand times(double onWriter, double onReaders) {
    return new SustainedDemand(
        writer * onWriter, readers * onReaders, together * Math.max(onWriter, onReaders));
  }

  /** The larger value of each. */
  SustainedDemand max(SustainedDemand other) {
    return new SustainedDemand(
        Math.max(writer, other.writer),
        Math.max(readers, other.readers),
        Math.max(together, other.together));
  }
}
