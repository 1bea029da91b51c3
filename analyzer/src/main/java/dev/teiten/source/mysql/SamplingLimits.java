package dev.teiten.source.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Limits of the server that hide activity from sampling: its settings and a full digest table, with
 * the statements that change them. The server is not changed.
 *
 * @see <a
 *     href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema-consumer-filtering.html">
 *     Filtering by consumer</a>
 */
final class SamplingLimits {
  private static final Set<String> STATEMENTS =
      Set.of(
          "global_instrumentation",
          "thread_instrumentation",
          "events_statements_current",
          "statements_digest");
  private static final String WAITS = "events_waits_current";

  private SamplingLimits() {}

  static List<String> of(Statement statement) throws SQLException {
    Set<String> off = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT NAME FROM performance_schema.setup_consumers WHERE ENABLED = 'NO'")) {
      while (rows.next()) {
        off.add(rows.getString(1));
      }
    }
    List<String> limits = new ArrayList<>();
    List<String> missing = off.stream().filter(STATEMENTS::contains).sorted().toList();
    if (!missing.isEmpty()) {
      limits.add(
          "The server does not say which statements run. This would let it: " + enable(missing));
    }
    if (off.contains(WAITS)) {
      limits.add(
          "The server does not say what sessions wait for; locks, commits and sleeping clients are"
              + " seen, what waits for files and mutexes counts as CPU. This would let it say so,"
              + " for some of its CPU, until it restarts: UPDATE performance_schema.setup_instruments"
              + " SET ENABLED = 'YES', TIMED = 'YES' WHERE NAME LIKE 'wait/%'; "
              + enable(List.of(WAITS)));
    }
    limits.addAll(lostDigests(statement));
    return limits;
  }

  /** Statements without a row of their own, because the digest table is full. */
  private static List<String> lostDigests(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT VARIABLE_VALUE, @@performance_schema_digests_size"
                + " FROM performance_schema.global_status"
                + " WHERE VARIABLE_NAME = 'Performance_schema_digest_lost'")) {
      if (!row.next() || row.getLong(1) == 0) {
        return List.of();
      }
      return List.of(
          "The digest table is full: the server has not counted "
              + row.getLong(1)
              + " statements by query, so calls and texts of queries are missing. Start the server"
              + " with performance_schema_digests_size above "
              + row.getLong(2)
              + "; until then TRUNCATE performance_schema.events_statements_summary_by_digest makes"
              + " room.");
    }
  }

  private static String enable(List<String> consumers) {
    return "UPDATE performance_schema.setup_consumers SET ENABLED = 'YES' WHERE NAME IN ('"
        + String.join("', '", consumers)
        + "');";
  }
}
