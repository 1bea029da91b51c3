package dev.teiten.change.history;

import dev.teiten.load.ReviewWeek;
import java.time.Duration;
import java.time.Instant;

/**
 * The seven days of a review week on its grid of minutes. With a daylight saving change one of them
 * has 23 or 25 hours.
 */
public final class DayGrid {
  public static final int COUNT = 7;

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

  public int from(int day) {
    return firstMinute[day];
  }

  public int to(int day) {
    return firstMinute[day + 1];
  }

  public int dayOf(int minute) {
    int day = COUNT - 1;
    while (day > 0 && minute < firstMinute[day]) {
      day--;
    }
    return day;
  }

  /** The day that holds {@code instant}, or -1 outside of the week. */
  public int dayOf(Instant instant) {
    long minute = Math.floorDiv(Duration.between(start, instant).toSeconds(), 60L);
    return minute < 0 || minute >= firstMinute[COUNT] ? -1 : dayOf((int) minute);
  }

  /** Whether the week has a daylight saving change. */
  public boolean hasClockChange() {
    return firstMinute[COUNT] != COUNT * 1440;
  }
}
