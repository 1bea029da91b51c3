package dev.teiten.source.mysql;

import dev.teiten.source.sample.StatementTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server's timers of statements that still run, of those in stored programs, and of those
 * without a digest.
 *
 * @see <a
 *     href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema-events-statements-current-table.html">
 *     TIMER_WAIT of a running statement</a>
 */
final class TimesQuery {
  /** Picoseconds in a second. */
  private static final double PER_SECOND = 1e12;

  /** The instrument of a statement within a stored program. */
  private static final String NESTED = "statement/sp/stmt";

  private static final String RUNNING =
      "SELECT /*+ MAX_EXECUTION_TIME(900) */ s.DIGEST, s.TIMER_WAIT, s.EVENT_NAME, s.TIMER_END,"
          + " t.PROCESSLIST_ID = CONNECTION_ID()"
          + " FROM performance_schema.events_statements_current s"
          + " JOIN performance_schema.threads t ON t.THREAD_ID = s.THREAD_ID"
          + " WHERE s.END_EVENT_ID IS NULL AND s.DIGEST IS NOT NULL AND t.TYPE = 'FOREGROUND'"
          + " AND t.PROCESSLIST_COMMAND <> 'Sleep'";

  private static final String SUMS =
      "SELECT /*+ MAX_EXECUTION_TIME(900) */ (SELECT SUM(SUM_TIMER_WAIT) FROM"
          + " performance_schema.events_statements_summary_global_by_event_name"
          + " WHERE EVENT_NAME = '"
          + NESTED
          + "'), (SELECT SUM(SUM_TIMER_WAIT) FROM"
          + " performance_schema.events_statements_summary_by_digest WHERE DIGEST IS NULL)";

  private static final String CALLS =
      "SELECT /*+ MAX_EXECUTION_TIME(900) */ DISTINCT DIGEST"
          + " FROM performance_schema.events_statements_summary_by_digest"
          + " WHERE DIGEST_TEXT LIKE 'CALL %'";

  private static final String OWN =
      "SELECT DISTINCT s.DIGEST FROM performance_schema.events_statements_history s"
          + " JOIN performance_schema.threads t ON t.THREAD_ID = s.THREAD_ID"
          + " WHERE t.PROCESSLIST_ID = CONNECTION_ID() AND s.DIGEST IS NOT NULL";

  private TimesQuery() {}

  /** Null if the server does not time this connection's statements. */
  static @Nullable StatementTimes read(Statement statement) throws SQLException {
    Map<String, Double> running = new HashMap<>();
    double nested = 0;
    double now = Double.NaN;
    try (ResultSet rows = statement.executeQuery(RUNNING)) {
      while (rows.next()) {
        double seconds = rows.getDouble(2) / PER_SECOND;
        running.merge(rows.getString(1), seconds, Double::sum);
        nested += NESTED.equals(rows.getString(3)) ? seconds : 0;
        // The end of a running statement is the present moment, by the timer of all statements.
        now = rows.getBoolean(5) ? rows.getDouble(4) / PER_SECOND : now;
      }
    }
    if (Double.isNaN(now)) {
      return null;
    }
    double unlisted;
    try (ResultSet row = statement.executeQuery(SUMS)) {
      row.next();
      nested += row.getDouble(1) / PER_SECOND;
      unlisted = row.getDouble(2) / PER_SECOND;
    }
    return new StatementTimes(
        now, running, unlisted, nested, digests(statement, CALLS), digests(statement, OWN));
  }

  private static Set<String> digests(Statement statement, String sql) throws SQLException {
    Set<String> digests = new HashSet<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        digests.add(rows.getString(1));
      }
    }
    return digests;
  }
}
