package dev.teiten.change;

import java.util.List;

/**
 * The days that may be compared with the same weekday of other weeks: not those on which people did
 * something else, and not those of 23 or 25 hours.
 *
 * @param unusual by week (oldest first) and day, whether people did something else
 * @param together likewise, whether all queries were called far from as often as on that weekday:
 *     such a day is compared, since what moves all is taken out
 */
public record ComparableDays(boolean[][] unusual, boolean[][] together, boolean[][] clockChanges) {

  /**
   * @param calls one matrix (week, day) of logarithms a query, {@code NaN} where unknown
   */
  public static ComparableDays of(List<double[][]> calls, int weeks, boolean[][] clockChanges) {
    CommonDayEffect everybody = CommonDayEffect.of(calls, weeks);
    boolean[][] unusual =
        UnusualDays.ofMany(calls.stream().map(everybody::removedFrom).toList(), weeks);
    return new ComparableDays(unusual, everybody.unusual(), clockChanges);
  }

  /** The logarithms of these days; {@code NaN} on the others. */
  public double[][] of(double[][] logs) {
    return UnusualDays.without(clockChanges, UnusualDays.without(unusual, logs));
  }
}
