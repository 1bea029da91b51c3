package dev.teiten.source.mysql;

import dev.teiten.load.Engine;
import dev.teiten.load.StatementPlan;
import dev.teiten.load.StatementPlan.PlanStep;
import dev.teiten.load.StatementPlan.TableIndex;
import dev.teiten.load.TeitenException;
import dev.teiten.source.SourceException;
import dev.teiten.source.StatementMask;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Properties;

/**
 * Asks a server for the plan of a query. The statement is the server's own sample, which is held in
 * memory for this question only.
 *
 * <p>EXPLAIN executes constant subqueries. So it runs in a read-only transaction with a time limit.
 */
public final class MysqlPlanner {
  private static final int PLAN_MILLIS = 2_000;
  private static final int MEASURE_MILLIS = 30_000;

  /** The driver waits a little longer than the server. */
  private static final int PATIENCE_MILLIS = 3_000;

  private static final int SYNTAX_ERROR = 1064;

  private final MysqlAddress address;
  private final StatementMask mask;
  private final Clock clock;

  public MysqlPlanner(MysqlAddress address, StatementMask mask, Clock clock) {
    this.address = address;
    this.mask = mask;
    this.clock = clock;
  }

  /**
   * The plan of a statement of the query.
   *
   * @param tables the query's, for their indexes
   * @param measure whether to run the statement with {@code EXPLAIN ANALYZE}, too
   * @throws TeitenException if there is no plan; the message says why
   * @throws SourceException if the server does not answer, or refuses
   */
  public StatementPlan explain(String fingerprint, Collection<String> tables, boolean measure) {
    Properties properties = address.properties();
    int limit = measure ? MEASURE_MILLIS : PLAN_MILLIS;
    properties.setProperty("socketTimeout", String.valueOf(limit + PATIENCE_MILLIS));
    // A sample that holds a second statement must not run it.
    properties.setProperty("allowMultiQueries", "false");
    try (Connection connection = DriverManager.getConnection(address.url(), properties);
        Statement first = connection.createStatement()) {
      ServerIdentity server = ServerIdentity.of(first, address);
      StatementSample sample = StatementSample.find(first, fingerprint, mask);
      if (sample.schema() != null) {
        connection.setCatalog(sample.schema());
      }
      // The driver gives a statement the database that was chosen when it was made.
      try (Statement statement = connection.createStatement()) {
        protect(statement, limit);
        connection.setAutoCommit(false);
        List<PlanStep> steps = PlanRows.steps(rows(statement, sample.text()));
        String measured = measure ? measured(statement, sample.text()) : null;
        List<TableIndex> indexes = IndexQuery.read(connection, tables);
        connection.rollback();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String version = "MySQL " + server.version();
        return new StatementPlan(fingerprint, now, version, steps, indexes, measured);
      }
    } catch (SQLException e) {
      throw refusal(e);
    }
  }

  private static void protect(Statement statement, int limitMillis) throws SQLException {
    statement.execute("SET SESSION TRANSACTION READ ONLY");
    statement.execute("SET SESSION max_execution_time = " + limitMillis);
    statement.execute("SET SESSION lock_wait_timeout = 2");
    statement.execute("SET SESSION innodb_lock_wait_timeout = 2");
    statement.setQueryTimeout(limitMillis / 1_000 + 1);
  }

  private static ResultSet rows(Statement statement, String sql) throws SQLException {
    return statement.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + sql);
  }

  private String measured(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery("EXPLAIN ANALYZE FORMAT=TREE " + sql)) {
      row.next();
      return PlanTree.masked(
          row.getString(1), text -> mask.digest(text, true, Engine.MYSQL).text());
    }
  }

  private TeitenException refusal(SQLException failure) {
    if (MysqlFailures.isTooLong(failure)) {
      return new TeitenException(
          "No plan: EXPLAIN took longer than its time limit, because the statement has a subquery"
              + " that runs at once",
          "Explain it by hand when the server is idle.");
    }
    return switch (failure.getErrorCode()) {
      case SYNTAX_ERROR ->
          new TeitenException(
              "No plan, since it was prepared: the server keeps the statement without its values,"
                  + " or has only its beginning",
              "Run the query once with values in its text, or explain it by hand.");
      case 1792 ->
          new TeitenException(
              "No plan: the server explains changes only in a transaction that may write, and this"
                  + " one may not",
              "Explain a SELECT with the same conditions.");
      case 1142, 1143, 1044, 1370 ->
          new TeitenException(
              "No plan: this account may not read the tables of the query",
              "GRANT SELECT ON the_database.* TO the_user; and SELECT ON performance_schema.*.");
      case 1146, 1049, 1054 ->
          new TeitenException(
              "No plan: a table or column of the statement is not there any more",
              "The query ran before the schema changed.");
      default -> MysqlFailures.of(failure, address);
    };
  }
}
