package dev.teiten.load;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * The unit of review: an ISO-8601 week in a time zone, Monday 00:00 to the next Monday 00:00. A
 * week with a daylight saving change has 167 or 169 hours.
 *
 * @param monday the first day
 * @param zone whose midnight separates the weeks
 */
public record ReviewWeek(LocalDate monday, ZoneId zone) {

  public ReviewWeek {
    if (monday.getDayOfWeek().getValue() != 1) {
      throw new IllegalArgumentException("a review week starts on a Monday, not " + monday);
    }
  }

  /**
   * Parses a label such as {@code 2026-W46}.
   *
   * @throws DateTimeException if it is not a week of the ISO calendar
   */
  public static ReviewWeek parse(String label, ZoneId zone) {
    LocalDate monday;
    try {
      monday = LocalDate.parse(label + "-1", DateTimeFormatter.ISO_WEEK_DATE);
    } catch (DateTimeException e) {
      throw new DateTimeException(
          "'" + label + "' is not an ISO week; write it as 2026-W46 (W01 to W53)", e);
    }
    return new ReviewWeek(monday, zone);
  }

  /** The week that holds {@code instant}. */
  public static ReviewWeek of(Instant instant, ZoneId zone) {
    return of(instant.atZone(zone).toLocalDate(), zone);
  }

  /** The week that holds a local date. */
  public static ReviewWeek of(LocalDate day, ZoneId zone) {
    return new ReviewWeek(day.minusDays(day.getDayOfWeek().getValue() - 1L), zone);
  }

  /** The last week that has ended at {@code now}. */
  public static ReviewWeek lastComplete(Instant now, ZoneId zone) {
    return of(now, zone).plus(-1);
  }

  public ReviewWeek plus(int weeks) {
    return new ReviewWeek(monday.plus(weeks, ChronoUnit.WEEKS), zone);
  }

  public TimeRange range() {
    return new TimeRange(
        monday.atStartOfDay(zone).toInstant(), monday.plusWeeks(1).atStartOfDay(zone).toInstant());
  }

  /** The ISO label, such as {@code 2026-W46}. */
  public String label() {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        monday.get(IsoFields.WEEK_BASED_YEAR),
        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  @Override
  public String toString() {
    return label();
  }
}
