package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DaySet;
import java.util.List;

/**
 * The days that may be compared with the same weekday of other weeks.
 *
 * @param unusual days on which many queries were called far more or less than usual; not compared
 * @param commonlyUnusual days on which all queries together were called far more or less than
 *     usual; compared, because the common effect is taken out
 * @param clockChanges days of 23 or 25 hours; not compared
 */
public record ComparableDays(DaySet unusual, DaySet commonlyUnusual, DaySet clockChanges) {

  /**
   * @param calls the logarithms of the calls of each query, {@code NaN} where unknown
   */
  public static ComparableDays of(List<DailyValues> calls, int weeks, DaySet clockChanges) {
    CommonDayEffect common = CommonDayEffect.of(calls, weeks);
    DaySet unusual = UnusualDays.ofQueries(calls.stream().map(common::removedFrom).toList(), weeks);
    return new ComparableDays(unusual, common.unusualDays(), clockChanges);
  }

  /** Whether the day was unusual for many queries, or for all together. */
  boolean isUnusual(int week, int day) {
    return unusual.contains(week, day) || commonlyUnusual.contains(week, day);
  }

  /** The days on which hours cannot be compared: unusual ones, and those of 23 or 25 hours. */
  DaySet withOtherHours() {
    return DaySet.of(
        unusual.weeks(), (week, day) -> isUnusual(week, day) || clockChanges.contains(week, day));
  }

  /** The logarithms of the compared days; {@code NaN} on the other days. */
  public DailyValues of(DailyValues logs) {
    return logs.without(unusual).without(clockChanges);
  }
}
