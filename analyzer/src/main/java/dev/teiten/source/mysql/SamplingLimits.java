package dev.teiten.source.mysql;

import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Limits of the server that hide activity from sampling: its settings, a full digest table and its
 * clock, with the statements that change them. The server is not changed.
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

  /** Steps of procedures (statement/sp) are off by default, and run inside a client's call. */
  private static final String CLIENT_STATEMENTS =
      "(NAME LIKE 'statement/sql/%' OR NAME LIKE 'statement/com/%')";

  private static final String WAITS = "events_waits_current";

  /** Clock difference in seconds that is reported. */
  private static final double SKEWED = 5;

  /** The share of the digest table that may be used without a warning. */
  private static final double NEARLY_FULL = 0.9;

  private final String place;
  private final Consumer<CheckResult> results;

  SamplingLimits(String place, Consumer<CheckResult> results) {
    this.place = place;
    this.results = results;
  }

  void check(Statement statement) throws SQLException {
    Set<String> off = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT NAME FROM performance_schema.setup_consumers WHERE ENABLED = 'NO'")) {
      while (rows.next()) {
        off.add(rows.getString(1));
      }
    }
    checkStatements(statement, off);
    checkWaits(off);
    checkDigests(statement);
  }

  private void checkStatements(Statement statement, Set<String> off) throws SQLException {
    List<String> missing = off.stream().filter(STATEMENTS::contains).sorted().toList();
    if (!missing.isEmpty()) {
      add(
          "statements",
          State.FAILED,
          "The server does not say which statements run.",
          "This would let it:",
          enable(missing));
      return;
    }
    long silent = silentStatements(statement);
    if (silent > 0) {
      add(
          "statements",
          State.WARNING,
          "The server does not time statements of " + silent + " kinds.",
          "This would let it, until it restarts:",
          "UPDATE performance_schema.setup_instruments SET ENABLED = 'YES', TIMED = 'YES' WHERE "
              + CLIENT_STATEMENTS
              + ";");
      return;
    }
    add("statements", State.OK, "The server says which statements run.", "");
  }

  private static long silentStatements(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT COUNT(*) FROM performance_schema.setup_instruments WHERE "
                + CLIENT_STATEMENTS
                + " AND (ENABLED = 'NO' OR TIMED = 'NO')")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void checkWaits(Set<String> off) {
    if (off.contains(WAITS)) {
      add(
          "waits",
          State.WARNING,
          "The server does not say what sessions wait for; locks, commits and sleeping clients are"
              + " seen, what waits for files and mutexes counts as CPU.",
          "This would let it say so, for some of its CPU, until it restarts:",
          "UPDATE performance_schema.setup_instruments SET ENABLED = 'YES', TIMED = 'YES'"
              + " WHERE NAME LIKE 'wait/%';",
          enable(List.of(WAITS)));
    } else {
      add("waits", State.OK, "The server says what sessions wait for.", "");
    }
  }

  /** Tells statements without a row of their own, because the digest table is full. */
  private void checkDigests(Statement statement) throws SQLException {
    long lost;
    long size;
    long used;
    try (ResultSet row =
        statement.executeQuery(
            "SELECT VARIABLE_VALUE, @@performance_schema_digests_size, (SELECT COUNT(*) FROM"
                + " performance_schema.events_statements_summary_by_digest)"
                + " FROM performance_schema.global_status"
                + " WHERE VARIABLE_NAME = 'Performance_schema_digest_lost'")) {
      if (!row.next()) {
        return;
      }
      lost = row.getLong(1);
      size = row.getLong(2);
      used = row.getLong(3);
    }
    if (lost > 0) {
      add(
          "digests",
          State.WARNING,
          "The digest table is full: the server has not counted "
              + lost
              + " statements by query, so calls and texts of queries are missing.",
          "The table holds "
              + size
              + " queries. The first statement enlarges it from the next start on; the second makes"
              + " room until then:",
          "SET PERSIST_ONLY performance_schema_digests_size = " + larger(size) + ";",
          "TRUNCATE performance_schema.events_statements_summary_by_digest;");
    } else if (used > NEARLY_FULL * size) {
      add(
          "digests",
          State.WARNING,
          "The digest table is nearly full: " + used + " of " + size + " queries.",
          "This enlarges it from the next start on:",
          "SET PERSIST_ONLY performance_schema_digests_size = " + larger(size) + ";");
    } else {
      add(
          "digests",
          State.OK,
          "The digest table has " + used + " of " + size + " queries and has lost none.",
          "");
    }
  }

  /** At least the default of a server with many connections, and at most MySQL's limit. */
  private static long larger(long size) {
    return Math.min(1_048_576, Math.max(10_000, 4 * size));
  }

  void checkClock(ServerIdentity server, Clock clock) {
    double seconds = server.epochSeconds() - clock.millis() / 1e3;
    if (Math.abs(seconds) < SKEWED) {
      add("clock", State.OK, "The server's clock is that of this machine.", "");
    } else {
      add(
          "clock",
          State.WARNING,
          String.format(
              Locale.ROOT,
              "The server's clock is %.0f s %s; minutes are those of this machine's clock.",
              Math.abs(seconds),
              seconds > 0 ? "ahead" : "behind"),
          "Synchronize both by NTP.");
    }
  }

  private void add(String name, State state, String message, String hint, String... sql) {
    results.accept(new CheckResult(place, name, state, message, hint, Map.of(), List.of(sql)));
  }

  private static String enable(List<String> consumers) {
    return "UPDATE performance_schema.setup_consumers SET ENABLED = 'YES' WHERE NAME IN ('"
        + String.join("', '", consumers)
        + "');";
  }
}
