package dev.teiten.change.history;

import dev.teiten.load.KnownValues;
import java.util.Arrays;

/**
 * One value for each day of some weeks, the oldest week first, Monday first. {@code NaN} marks an
 * unknown day. Immutable.
 */
public final class DailyValues {
  // Week after week.
  private final double[] values;

  private DailyValues(double[] values) {
    this.values = values;
  }

  /** The value of one day. */
  @FunctionalInterface
  public interface DayFunction {
    /**
     * @param week 0 is the oldest
     * @param day 0 is Monday
     */
    double valueOf(int week, int day);
  }

  public static DailyValues of(int weeks, DayFunction function) {
    double[] values = new double[weeks * DayGrid.COUNT];
    Arrays.setAll(values, i -> function.valueOf(i / DayGrid.COUNT, i % DayGrid.COUNT));
    return new DailyValues(values);
  }

  public int weeks() {
    return values.length / DayGrid.COUNT;
  }

  public double value(int week, int day) {
    return values[week * DayGrid.COUNT + day];
  }

  /** All days, week after week. */
  public double[] toArray() {
    return values.clone();
  }

  public double[] week(int week) {
    return week(week, 0);
  }

  /** The days of a week from {@code fromDay} to Sunday. */
  public double[] week(int week, int fromDay) {
    return Arrays.copyOfRange(values, week * DayGrid.COUNT + fromDay, (week + 1) * DayGrid.COUNT);
  }

  /** One weekday of the first {@code weeks} weeks. */
  public double[] weekday(int day, int weeks) {
    double[] weekday = new double[weeks];
    Arrays.setAll(weekday, week -> value(week, day));
    return weekday;
  }

  /** The mean of the known days; {@code NaN} if there are none. */
  public double mean() {
    return KnownValues.mean(values);
  }

  /** The mean of each weekday over the first {@code weeks} weeks; {@code NaN} where unknown. */
  public double[] weekdayMeans(int weeks) {
    double[] means = new double[DayGrid.COUNT];
    Arrays.setAll(means, day -> KnownValues.mean(weekday(day, weeks)));
    return means;
  }

  /** Logarithms; {@code NaN} where a value is unknown or not above 0. */
  public DailyValues log() {
    return of(weeks(), (week, day) -> log(value(week, day)));
  }

  /** Logarithms of this / {@code under}; {@code NaN} where either is unknown or not above 0. */
  public DailyValues logRatio(DailyValues under) {
    return of(
        weeks(),
        (week, day) ->
            under.value(week, day) > 0 && value(week, day) > 0
                ? Math.log(value(week, day) / under.value(week, day))
                : Double.NaN);
  }

  private static double log(double value) {
    return value > 0 ? Math.log(value) : Double.NaN;
  }

  public DailyValues plus(DailyValues other) {
    return of(weeks(), (week, day) -> value(week, day) + other.value(week, day));
  }

  public DailyValues minus(DailyValues other) {
    return of(weeks(), (week, day) -> value(week, day) - other.value(week, day));
  }

  /** These values with {@code days} unknown. */
  public DailyValues without(DaySet days) {
    return of(weeks(), (week, day) -> days.contains(week, day) ? Double.NaN : value(week, day));
  }

  /** Sums up values by day; every day begins with 0. */
  static final class Builder {
    private final double[] sums;

    Builder(int weeks) {
      sums = new double[weeks * DayGrid.COUNT];
    }

    void add(int week, int day, double value) {
      sums[week * DayGrid.COUNT + day] += value;
    }

    DailyValues build() {
      return new DailyValues(sums.clone());
    }
  }
}
