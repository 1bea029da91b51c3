package dev.teiten.change.history;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeUnits;
import java.time.Duration;
import java.time.Instant;

/** The seven days of a review week by minute. A clock change makes one of 23 or 25 hours. */
public final class DayGrid {
  /** The days of a week. */
  public static final int COUNT = TimeUnits.DAYS_PER_WEEK;

  private final Instant start;
  private final int[] firstMinute = new int[COUNT + 1];

  public DayGrid(ReviewWeek week) {
    start = week.range().from();
    for (int day = 0; day <= COUNT; day++) {
      Instant midnight = week.monday().plusDays(day).atStartOfDay(week.zone()).toInstant();
      firstMinute[day] = Math.toIntExact(Duration.between(start, midnight).toMinutes());
    }
  }

  /** The first instant of a day. */
  public Instant start(int day) {
    return start.plus(Duration.ofMinutes(firstMinute[day]));
  }

  /** The first minute of a day, counted from the start of the week. */
  public int from(int day) {
    return firstMinute[day];
  }

  /** The first minute after a day. */
  public int to(int day) {
    return firstMinute[day + 1];
  }

  /** The day (0 is Monday) of a minute of the week. */
  public int dayOf(int minute) {
    int day = COUNT - 1;
    while (day > 0 && minute < firstMinute[day]) {
      day--;
    }
    return day;
  }

  /** The day that holds {@code instant}, or -1 outside of the week. */
  public int dayOf(Instant instant) {
    long minute =
        Math.floorDiv(Duration.between(start, instant).toSeconds(), TimeUnits.SECONDS_PER_MINUTE);
    return minute < 0 || minute >= firstMinute[COUNT] ? -1 : dayOf((int) minute);
  }

  /** Whether a day has 23 or 25 hours. */
  boolean isClockChange(int day) {
    return to(day) - from(day) != TimeUnits.MINUTES_PER_DAY;
  }

  /** Whether the week has a day of 23 or 25 hours. */
  public boolean hasClockChange() {
    return firstMinute[COUNT] != COUNT * TimeUnits.MINUTES_PER_DAY;
  }
}
