package dev.teiten.archive.files;

import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Fragments of SQL that the readers share. */
public final class ArchiveSql {
  /** The resource id of the instance that a file belongs to. */
  public static final String INSTANCE = "regexp_extract(filename, 'instance=([^/\\\\]+)', 1)";

  private static final long MICROS = 1_000_000;

  private ArchiveSql() {}

  /** A text as a literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The condition that a row belongs to a series of one of these kinds. */
  public static String isSeries(SeriesKind... kinds) {
    return isSeries(List.of(kinds));
  }

  /** The condition that a row belongs to a series of one of these kinds. */
  public static String isSeries(Collection<SeriesKind> kinds) {
    return "series IN ("
        + kinds.stream()
            .sorted()
            .map(kind -> "'" + kind.storedName() + "'")
            .collect(Collectors.joining(", "))
        + ")";
  }

  /** The condition that a row starts within the range. */
  public static String inside(TimeRange range) {
    return "starts_at >= " + at(range.from()) + " AND starts_at < " + at(range.to());
  }

  /**
   * The condition that a row starts within the range, or is the hour in which the range begins.
   * Hours are cut in UTC, so a week begins inside an hour where the zone has half an hour.
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
  public static String step(TimeRange range, Duration step) {
    return "((epoch_us(starts_at) - "
        + range.from().getEpochSecond() * MICROS
        + ") // "
        + step.toSeconds() * MICROS
        + ")::INTEGER";
  }

  /**
   * The local date of a row in a zone, as days since 1970-01-01. The SQL states the offsets, since
   * engines have different versions of the time zones.
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
        + TimeUnits.SECONDS_PER_DAY * MICROS
        + ")::INTEGER";
  }
}
