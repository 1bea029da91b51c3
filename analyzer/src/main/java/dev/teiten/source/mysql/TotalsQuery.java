package dev.teiten.source.mysql;

import dev.teiten.load.DigestStatistic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The server's counters, by digest and for the whole server.
 *
 * @see <a
 *     href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema-statement-summary-tables.html">
 *     Statement summary tables</a>
 */
final class TotalsQuery {
  /** Picoseconds in a second. */
  private static final double PER_SECOND = 1e12;

  private static final Map<DigestStatistic, String> COLUMNS = columns();

  static final String DIGESTS =
      "SELECT /*+ MAX_EXECUTION_TIME(3000) */ DIGEST, "
          + String.join(", ", COLUMNS.values())
          + " FROM performance_schema.events_statements_summary_by_digest"
          + " WHERE DIGEST IS NOT NULL";

  static final String STATUS =
      "SELECT /*+ MAX_EXECUTION_TIME(900) */ VARIABLE_NAME, VARIABLE_VALUE"
          + " FROM performance_schema.global_status WHERE VARIABLE_NAME IN ('Threads_connected',"
          + " 'Queries', 'Created_tmp_disk_tables', 'Innodb_buffer_pool_reads',"
          + " 'Innodb_buffer_pool_read_requests') UNION ALL SELECT VARIABLE_NAME, VARIABLE_VALUE"
          + " FROM performance_schema.global_variables WHERE VARIABLE_NAME = 'max_connections'";

  private TotalsQuery() {}

  private static Map<DigestStatistic, String> columns() {
    Map<DigestStatistic, String> columns = new EnumMap<>(DigestStatistic.class);
    columns.put(DigestStatistic.CALLS_PER_SECOND, "COUNT_STAR");
    columns.put(DigestStatistic.LATENCY_SECONDS, "SUM_TIMER_WAIT");
    columns.put(DigestStatistic.ROWS_EXAMINED_PER_SECOND, "SUM_ROWS_EXAMINED");
    columns.put(DigestStatistic.ROWS_SENT_PER_SECOND, "SUM_ROWS_SENT");
    columns.put(DigestStatistic.ROWS_AFFECTED_PER_SECOND, "SUM_ROWS_AFFECTED");
    columns.put(DigestStatistic.FULL_JOINS_PER_SECOND, "SUM_SELECT_FULL_JOIN");
    columns.put(DigestStatistic.SCANS_PER_SECOND, "SUM_SELECT_SCAN");
    columns.put(DigestStatistic.TMP_TABLES_PER_SECOND, "SUM_CREATED_TMP_TABLES");
    columns.put(DigestStatistic.TMP_DISK_TABLES_PER_SECOND, "SUM_CREATED_TMP_DISK_TABLES");
    columns.put(DigestStatistic.SORT_ROWS_PER_SECOND, "SUM_SORT_ROWS");
    columns.put(DigestStatistic.LOCK_SECONDS_PER_SECOND, "SUM_LOCK_TIME");
    return columns;
  }

  /** The counters by digest; a digest has a row per database, and the rows are added up. */
  static Map<String, double[]> digests(ResultSet rows) throws SQLException {
    Map<String, double[]> sums = new HashMap<>();
    while (rows.next()) {
      double[] sum = sums.computeIfAbsent(rows.getString(1), digest -> nothingCounted());
      int column = 2;
      for (DigestStatistic statistic : COLUMNS.keySet()) {
        double value = rows.getDouble(column++);
        sum[statistic.ordinal()] += isTime(statistic) ? value / PER_SECOND : value;
      }
    }
    return sums;
  }

  /** NaN where MySQL has no counter. */
  private static double[] nothingCounted() {
    double[] sum = new double[DigestStatistic.values().length];
    Arrays.fill(sum, Double.NaN);
    COLUMNS.keySet().forEach(statistic -> sum[statistic.ordinal()] = 0);
    return sum;
  }

  private static boolean isTime(DigestStatistic statistic) {
    return statistic == DigestStatistic.LATENCY_SECONDS
        || statistic == DigestStatistic.LOCK_SECONDS_PER_SECOND;
  }

  static Map<String, Double> status(ResultSet rows) throws SQLException {
    Map<String, Double> status = new HashMap<>();
    while (rows.next()) {
      status.put(rows.getString(1), rows.getDouble(2));
    }
    return status;
  }
}
