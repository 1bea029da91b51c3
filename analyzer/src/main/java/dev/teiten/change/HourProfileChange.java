package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHours;
import dev.teiten.load.TimeUnits;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The calls of a query by hour of the week, against the mean of other weeks. Both are shares of
 * their weeks, so that only the hours count, not the amounts.
 */
final class HourProfileChange {
  private static final int DAY = TimeUnits.HOURS_PER_DAY;

  /**
   * The least part of the largest change of an hour, 0..1, that belongs to the same run of hours.
   */
  private static final double RUN = 0.25;

  /** A day has moved if it moved by this part of the day that moved most, 0..1. */
  private static final double MOVED_DAY = 0.5;

  // Shares of the week by hour: now less before.
  private final double[] gains;
  private final double distance;
  private final double relativeChange;

  private HourProfileChange(double[] gains, double distance, double relativeChange) {
    this.gains = gains;
    this.distance = distance;
    this.relativeChange = relativeChange;
  }

  /**
   * @param week by hour of the week
   * @param others at least one week
   * @param days the weekdays that count
   */
  static HourProfileChange of(double[] week, List<double[]> others, boolean[] days) {
    double[] mean = new double[QueryHours.COUNT];
    others.forEach(other -> Arrays.setAll(mean, h -> mean[h] + other[h] / others.size()));
    double[] now = counted(week, days);
    double[] before = counted(mean, days);
    double nowSum = Arrays.stream(now).sum();
    double beforeSum = Arrays.stream(before).sum();
    double[] gains = new double[QueryHours.COUNT];
    if (nowSum > 0 && beforeSum > 0) {
      Arrays.setAll(gains, h -> now[h] / nowSum - before[h] / beforeSum);
    }
    double[] smooth = smoothed(gains);
    double distance = Arrays.stream(smooth).map(Math::abs).sum() / 2;
    return new HourProfileChange(gains, distance, nowSum / beforeSum - 1);
  }

  private static double[] counted(double[] week, boolean[] days) {
    double[] counted = new double[week.length];
    Arrays.setAll(counted, hour -> days[QueryHours.dayOf(hour)] ? week[hour] : 0);
    return counted;
  }

  /** A job that begins a minute before or after the full hour has not moved. */
  private static double[] smoothed(double[] values) {
    int n = values.length;
    double[] smooth = new double[n];
    Arrays.setAll(
        smooth, h -> values[h] / 2 + values[(h + 1) % n] / 4 + values[(h + n - 1) % n] / 4);
    return smooth;
  }

  /** The part of the calls at other hours, 0..1. */
  double distance() {
    return distance;
  }

  /** Relative change of the calls of the whole week. */
  double relativeChange() {
    return relativeChange;
  }

  /** The move from the hours that lost most to the hours that gained most. */
  HourMove move() {
    double[] byHour = new double[DAY];
    double[] byDay = new double[DayGrid.COUNT];
    for (int h = 0; h < gains.length; h++) {
      byHour[h % DAY] += gains[h];
      byDay[h / DAY] += gains[h];
    }
    double daily = Arrays.stream(byHour).map(Math::abs).sum() / 2;
    if (daily >= distance / 2) {
      int from = runStart(negated(byHour));
      return new HourMove(null, text(from), null, text(runStart(byHour)), Math.min(1, distance));
    }
    int from = runStart(negated(gains));
    int to = runStart(gains);
    return new HourMove(
        DayOfWeek.of(1 + from / DAY),
        text(from % DAY),
        DayOfWeek.of(1 + to / DAY),
        text(to % DAY),
        Math.min(1, distance));
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  private static String text(int hour) {
    return String.format(Locale.ROOT, "%02d:00", hour);
  }

  /** The first hour of the run of hours around the highest value. */
  private static int runStart(double[] values) {
    int n = values.length;
    int start = 0;
    for (int h = 1; h < n; h++) {
      start = values[h] > values[start] ? h : start;
    }
    double least = RUN * values[start];
    for (int steps = 0; steps < n && values[(start + n - 1) % n] >= least; steps++) {
      start = (start + n - 1) % n;
    }
    return start;
  }

  /** The first day of the reviewed week from which on the query runs at its new hours. */
  OptionalInt firstDay() {
    double[] moved = new double[DayGrid.COUNT];
    for (int h = 0; h < gains.length; h++) {
      moved[h / DAY] += Math.abs(gains[h]) / 2;
    }
    double most = Arrays.stream(moved).max().orElse(0);
    for (int day = 0; day < moved.length; day++) {
      if (moved[day] >= MOVED_DAY * most) {
        return OptionalInt.of(day);
      }
    }
    return OptionalInt.empty();
  }
}
