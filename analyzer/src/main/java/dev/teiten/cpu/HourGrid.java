package dev.teiten.cpu;

import dev.teiten.load.TimeRange;
import java.time.Instant;

/**
 * The position of the clock's hours on a week's minutes. Sources cut hours in UTC. In a zone with a
 * half-hour offset a week therefore begins and ends inside an hour.
 */
record HourGrid(Instant start, int minutes, int offset) {

  static HourGrid of(TimeRange week) {
    int offset = Math.floorMod(Math.floorDiv(week.from().getEpochSecond(), 60), 60);
    return new HourGrid(week.from(), week.minutes(), offset);
  }

  /** Number of hours that overlap the week. */
  int hours() {
    return (minutes + offset + 59) / 60;
  }

  int hourOf(int minute) {
    return (minute + offset) / 60;
  }

  /** The index of the hour that begins at {@code from}, or -1 outside the week. */
  int hourOf(Instant from) {
    long minute = Math.floorDiv(from.getEpochSecond() - start.getEpochSecond(), 60L);
    long hour = Math.floorDiv(minute + offset, 60L);
    return hour >= 0 && hour < hours() ? (int) hour : -1;
  }

  int firstMinute(int hour) {
    return Math.max(0, hour * 60 - offset);
  }

  int endMinute(int hour) {
    return Math.min(minutes, hour * 60 + 60 - offset);
  }
}
