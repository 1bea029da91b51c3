package dev.teiten.source.mysql;

import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import dev.teiten.source.SourceException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tests everything that sampling a server needs: connection, TLS, version, grants, settings, digest
 * table and clock. Nothing on the server is changed.
 */
public final class ServerCheck {
  /** The tables that sampling reads; one grant covers them. */
  private static final List<String> TABLES =
      List.of(
          "threads",
          "events_statements_current",
          "events_waits_current",
          "events_statements_summary_by_digest",
          "setup_consumers",
          "setup_instruments",
          "global_status");

  private final MysqlAddress address;
  private final Clock clock;
  private final List<CheckResult> results = new ArrayList<>();

  private ServerCheck(MysqlAddress address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  /** The results, one for each thing that was tested; a test that cannot run is skipped. */
  public static List<CheckResult> of(MysqlAddress address, Clock clock) {
    ServerCheck check = new ServerCheck(address, clock);
    try (Connection connection = DriverManager.getConnection(address.url(), address.properties());
        Statement statement = connection.createStatement()) {
      check.run(statement);
    } catch (SQLException e) {
      check.failed("connection", MysqlFailures.of(e, address));
    }
    return check.results;
  }

  private void run(Statement statement) throws SQLException {
    String account = account(statement);
    add("connection", State.OK, "The server lets " + account + " in.", "");
    ServerIdentity server;
    try {
      server = ServerIdentity.of(statement, address);
    } catch (SourceException e) {
      failed("version", e);
      return;
    }
    String role = server.isReadOnly() ? "a reader" : "a writer";
    add("version", State.OK, "MySQL " + server.version() + ", " + role + ".", "");
    List<Boolean> allowed = new ArrayList<>();
    for (String table : TABLES) {
      allowed.add(isAllowed(statement, "SELECT 1 FROM performance_schema." + table + " LIMIT 1"));
    }
    boolean select = !allowed.contains(false);
    grant("SELECT", select, "SELECT ON performance_schema.*", account);
    boolean process = isAllowed(statement, SessionQuery.MAY_SEE_TRANSACTIONS);
    grant("PROCESS", process, "PROCESS ON *.*", account);
    SamplingLimits limits = new SamplingLimits(address.toString(), results::add);
    if (select) {
      checkTls(statement);
      limits.check(statement);
    } else {
      for (String skipped : List.of("tls", "statements", "waits", "digests")) {
        add(skipped, State.SKIPPED, "The grant is missing.", "");
      }
    }
    limits.checkClock(server, clock);
  }

  private static boolean isAllowed(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private void grant(String privilege, boolean allowed, String what, String account) {
    String sql = "GRANT " + what + " TO " + account + ";";
    results.add(
        new CheckResult(
            address.toString(),
            "grant:" + privilege,
            allowed ? State.OK : State.FAILED,
            allowed ? "allowed" : "This user lacks " + what + ".",
            allowed ? "" : "An administrator runs:",
            Map.of(),
            allowed ? List.of() : List.of(sql)));
  }

  /** Tells whether statements and passwords travel encrypted. */
  private void checkTls(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT VARIABLE_VALUE FROM performance_schema.session_status"
                + " WHERE VARIABLE_NAME = 'Ssl_version'")) {
      String version = row.next() ? row.getString(1) : "";
      if (version == null || version.isEmpty()) {
        add(
            "tls",
            State.WARNING,
            "The connection is not encrypted.",
            "Add sslMode=VERIFY_IDENTITY to the URL, or REQUIRED where the certificate is unknown.");
      } else {
        add("tls", State.OK, "The connection is encrypted by " + version + ".", "");
      }
    }
  }

  /** The account as statements write it. */
  private static String account(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
      row.next();
      String account = row.getString(1);
      int at = account.lastIndexOf('@');
      return quoted(account.substring(0, at)) + "@" + quoted(account.substring(at + 1));
    }
  }

  private static String quoted(String name) {
    return "'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private void failed(String name, SourceException failure) {
    add(name, State.FAILED, String.valueOf(failure.getMessage()), failure.hint());
  }

  private void add(String name, State state, String message, String hint) {
    results.add(new CheckResult(address.toString(), name, state, message, hint, Map.of()));
  }
}
