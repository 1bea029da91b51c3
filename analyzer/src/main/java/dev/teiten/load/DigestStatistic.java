package dev.teiten.load;

/**
 * A statistic of a digest that the database counts, as a mean over an hour. The value per call is
 * the quotient with {@link #CALLS_PER_SECOND}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights.UsingDashboard.AnalyzeDBLoad.AdditionalMetrics.MySQL.html">SQL
 *     statistics for Aurora MySQL</a>
 */
public enum DigestStatistic {
  CALLS_PER_SECOND,
  /** Mean time of a call in seconds. Means over several hours must be weighted by calls. */
  LATENCY_SECONDS,
  ROWS_EXAMINED_PER_SECOND,
  ROWS_SENT_PER_SECOND,
  ROWS_AFFECTED_PER_SECOND,
  /** Joins without an index, a second. */
  FULL_JOINS_PER_SECOND,
  /** Full scans of the first table, a second. */
  SCANS_PER_SECOND,
  TMP_TABLES_PER_SECOND,
  TMP_DISK_TABLES_PER_SECOND,
  SORT_ROWS_PER_SECOND,
  /** Pages that the buffer pool served, a second (PostgreSQL's {@code shared_blks_hit}). */
  PAGES_HIT_PER_SECOND,
  /** Pages that came from storage, a second (PostgreSQL's {@code shared_blks_read}). */
  PAGES_READ_PER_SECOND,
  /** Pages written to temporary files, a second (PostgreSQL's {@code temp_blks_written}). */
  TEMP_PAGES_PER_SECOND,
  /** Seconds spent waiting for locks, a second. */
  LOCK_SECONDS_PER_SECOND
}
