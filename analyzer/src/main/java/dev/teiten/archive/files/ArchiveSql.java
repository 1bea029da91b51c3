package dev.teiten.archive.files;

import dev.teiten.load.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/** The pieces of SQL that the readers share. */
public final class ArchiveSql {
  /** The resource id that a file belongs to. */
  public static final String INSTANCE = "regexp_extract(filename, 'instance=([^/\\\\]+)', 1)";

  private static final long MICROS = 1_000_000;

  private ArchiveSql() {}

  /** Whether a row starts within the range. */
  public static String inside(TimeRange range) {
    return "starts_at >= " + at(range.from()) + " AND starts_at < " + at(range.to());
  }

  /**
   * The same, and the hour that the range begins in: hours are cut in UTC, so that in a zone of
   * half an hour a week begins inside one.
   */
  public static String reaching(TimeRange range) {
    Instant hour = range.from().truncatedTo(ChronoUnit.HOURS);
    return hour.equals(range.from())
        ? inside(range)
        : "(" + inside(range) + " OR series LIKE 'hour%' AND starts_at = " + at(hour) + ")";
  }

  private static String at(Instant instant) {
    return "make_timestamp(" + instant.getEpochSecond() * MICROS + ")";
  }

  /** The number of whole steps from the start of the range to a row. */
  public static String step(TimeRange range, int seconds) {
    return "((epoch_us(starts_at) - "
        + range.from().getEpochSecond() * MICROS
        + ") // "
        + seconds * MICROS
        + ")::INTEGER";
  }

  /**
   * The local date of a row in a zone, as days since 1970-01-01. The offsets are spelled out, since
   * engines know different sets of time zones.
   */
  public static String localDay(TimeRange range, ZoneId zone) {
    StringBuilder sql = new StringBuilder("CASE");
    ZoneOffset offset = zone.getRules().getOffset(range.from());
    ZoneOffsetTransition next = zone.getRules().nextTransition(range.from());
    while (next != null && next.getInstant().isBefore(range.to())) {
      sql.append(" WHEN epoch(starts_at) < ").append(next.toEpochSecond());
      sql.append(" THEN ").append(day(offset));
      offset = next.getOffsetAfter();
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return sql.append(" WHEN true THEN ").append(day(offset)).append(" END").toString();
  }

  private static String day(ZoneOffset offset) {
    return "((epoch_us(starts_at) + "
        + offset.getTotalSeconds() * MICROS
        + ") // "
        + 86_400 * MICROS
        + ")::INTEGER";
  }
}
