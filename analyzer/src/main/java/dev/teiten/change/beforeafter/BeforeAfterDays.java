package dev.teiten.change.beforeafter;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.load.KnownValues;
import dev.teiten.load.ReviewWeek;
import java.time.Instant;
import java.util.List;

/**
 * The days of some weeks that lie wholly before a moment, and those wholly after it.
 *
 * @param weeks oldest first
 */
record BeforeAfterDays(List<DayGrid> weeks, Instant moment) {

  BeforeAfterDays {
    weeks = List.copyOf(weeks);
  }

  static BeforeAfterDays of(List<ReviewWeek> weeks, Instant moment) {
    return new BeforeAfterDays(weeks.stream().map(DayGrid::new).toList(), moment);
  }

  boolean isBefore(int week, int day) {
    return !weeks.get(week).start(day + 1).isAfter(moment);
  }

  boolean isAfter(int week, int day) {
    return !weeks.get(week).start(day).isBefore(moment);
  }

  /** The number of weeks with a day before the moment; they come first. */
  int weeksBefore() {
    int before = 0;
    while (before < weeks.size() && isBefore(before, 0)) {
      before++;
    }
    return before;
  }

  /** The values before the moment; {@code NaN} on the other days. */
  DailyValues before(DailyValues values) {
    return DailyValues.of(
        values.weeks(), (week, day) -> isBefore(week, day) ? values.value(week, day) : Double.NaN);
  }

  /** The values after the moment; {@code NaN} on the other days. */
  DailyValues after(DailyValues values) {
    return DailyValues.of(
        values.weeks(), (week, day) -> isAfter(week, day) ? values.value(week, day) : Double.NaN);
  }

  /** The number of known days after the moment. */
  int countAfter(DailyValues values) {
    return KnownValues.count(after(values).toArray());
  }

  /** The mean of each weekday before the moment; {@code NaN} where unknown. */
  double[] weekdaysBefore(DailyValues values) {
    return before(values).weekdayMeans(values.weeks());
  }

  /** The mean of each weekday after the moment; {@code NaN} where unknown. */
  double[] weekdaysAfter(DailyValues values) {
    return after(values).weekdayMeans(values.weeks());
  }

  /** How far the days after lie above the same weekdays before, as a mean. */
  double shift(DailyValues logs) {
    double[] usual = weekdaysBefore(logs);
    DailyValues after = after(logs);
    return DailyValues.of(logs.weeks(), (week, day) -> after.value(week, day) - usual[day]).mean();
  }
}
