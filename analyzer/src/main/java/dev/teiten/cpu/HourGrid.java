package dev.teiten.cpu;

import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import java.time.Instant;

/**
 * The position of the clock's hours on a week's minutes. Sources cut hours in UTC. In a zone with a
 * half-hour offset a week therefore begins and ends inside an hour.
 */
record HourGrid(Instant start, int minutes, int offset) {

  static HourGrid of(TimeRange week) {
    int offset =
        Math.floorMod(
            Math.floorDiv(week.from().getEpochSecond(), TimeUnits.SECONDS_PER_MINUTE),
            TimeUnits.MINUTES_PER_HOUR);
    return new HourGrid(week.from(), week.minutes(), offset);
  }

  /** Number of hours that overlap the week. */
  int hours() {
    return (minutes + offset + TimeUnits.MINUTES_PER_HOUR - 1) / TimeUnits.MINUTES_PER_HOUR;
  }

  int hourOf(int minute) {
    return (minute + offset) / TimeUnits.MINUTES_PER_HOUR;
  }

  /** The index of the hour that begins at {@code from}, or -1 outside the week. */
  int hourOf(Instant from) {
    long minute =
        Math.floorDiv(
            from.getEpochSecond() - start.getEpochSecond(), (long) TimeUnits.SECONDS_PER_MINUTE);
    long hour = Math.floorDiv(minute + offset, (long) TimeUnits.MINUTES_PER_HOUR);
    return hour >= 0 && hour < hours() ? (int) hour : -1;
  }

  int firstMinute(int hour) {
    return Math.max(0, hour * TimeUnits.MINUTES_PER_HOUR - offset);
  }

  int endMinute(int hour) {
    return Math.min(minutes, (hour + 1) * TimeUnits.MINUTES_PER_HOUR - offset);
  }
}
