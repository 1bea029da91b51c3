package dev.teiten.archive;

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
}
