package dev.teiten.archive;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;

/** The pieces of SQL that the readers share. */
final class ArchiveSql {
  /** The resource id that a file belongs to. */
  static final String INSTANCE = "regexp_extract(filename, 'instance=([^/\\\\]+)', 1)";

  private ArchiveSql() {}

  /** Whether a row starts within the range. */
  static String inside(TimeRange range) {
    return "starts_at >= make_timestamp("
        + range.from().getEpochSecond() * 1_000_000
        + ") AND starts_at < make_timestamp("
        + range.to().getEpochSecond() * 1_000_000
        + ")";
  }

  /** The number of whole steps from the start of the range to a row. */
  static String step(TimeRange range, int seconds) {
    return "(epoch(starts_at)::BIGINT - " + range.from().getEpochSecond() + ") // " + seconds;
  }

  /**
   * The epoch second at which a row's day begins, in the zone of the week. Spelled out, since
   * engines know different sets of time zones.
   */
  static String dayStart(ReviewWeek week) {
    StringBuilder sql = new StringBuilder("CASE");
    long start = 0;
    for (int day = 0; day < 7; day++) {
      long next = week.monday().plusDays(day).atStartOfDay(week.zone()).toEpochSecond();
      if (day > 0) {
        sql.append(" WHEN epoch(starts_at) < ").append(next).append(" THEN ").append(start);
      }
      start = next;
    }
    return sql.append(" ELSE ").append(start).append(" END").toString();
  }
}
