package dev.teiten.archive;

import dev.teiten.load.ReviewWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Maps days to the weeks that they belong to. */
final class ArchiveWeeks {
  private ArchiveWeeks() {}

  /** The weeks of UTC days, in the order of the days. */
  static List<ReviewWeek> of(Iterable<LocalDate> days, ZoneId zone) {
    List<ReviewWeek> weeks = new ArrayList<>();
    for (LocalDate day : days) {
      // Noon, so that a UTC day belongs to the week with most of its hours.
      ReviewWeek week = ReviewWeek.of(day.atTime(12, 0).toInstant(ZoneOffset.UTC), zone);
      if (!weeks.contains(week)) {
        weeks.add(week);
      }
    }
    return weeks;
  }
}
