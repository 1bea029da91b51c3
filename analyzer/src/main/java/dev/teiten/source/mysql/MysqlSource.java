package dev.teiten.source.mysql;

import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import dev.teiten.source.DigestText;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.StatementMask;
import dev.teiten.source.sample.ActiveSession;
import dev.teiten.source.sample.SampleSource;
import dev.teiten.source.sample.ServerTotals;
import dev.teiten.source.sample.StatementTimes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The performance_schema of one MySQL server, over one read-only connection.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema.html">MySQL Performance
 *     Schema</a>
 */
public final class MysqlSource implements SampleSource {
  private final MysqlAddress address;
  private final ServerNames naming;
  private final Clock clock;
  private final StatementMask mask;
  private final Connection connection;

  private MysqlSource(
      MysqlAddress address,
      ServerNames naming,
      Clock clock,
      StatementMask mask,
      Connection connection) {
    this.address = address;
    this.naming = naming;
    this.clock = clock;
    this.mask = mask;
    this.connection = connection;
  }

  /**
   * Connects, and tests everything that sampling needs.
   *
   * @param mask removes the literals of a statement; every text passes it before it leaves this
   *     class
   * @throws SourceException if the server does not answer, is not MySQL 8 with a
   *     performance_schema, or denies access
   */
  public static MysqlSource open(
      MysqlAddress address, ServerNames naming, Clock clock, StatementMask mask) {
    Connection connection;
    try {
      connection = DriverManager.getConnection(address.url(), address.properties());
    } catch (SQLException e) {
      throw MysqlFailures.of(e, address);
    }
    MysqlSource source = new MysqlSource(address, naming, clock, mask, connection);
    try {
      source.instance();
      source.sessions();
      source.transactions();
      source.totals();
      return source;
    } catch (SourceException e) {
      source.close();
      throw e;
    }
  }

  /**
   * Tests the access to InnoDB's transactions now, because the query runs only once there are
   * sessions.
   */
  private void transactions() {
    asking(statement -> statement.execute(SessionQuery.MAY_SEE_TRANSACTIONS));
  }

  @Override
  public MonitoredInstance instance() {
    return asking(statement -> ServerIdentity.of(statement, address).seen(naming, clock.instant()));
  }

  @Override
  public Optional<List<ActiveSession>> sessions() {
    return inTime(
        statement -> {
          try (ResultSet rows = statement.executeQuery(SessionQuery.SQL)) {
            return SessionQuery.read(rows);
          }
        });
  }

  @Override
  public Optional<ServerTotals> totals() {
    return inTime(
        statement -> {
          Map<String, double[]> digests;
          try (ResultSet rows = statement.executeQuery(TotalsQuery.DIGESTS)) {
            digests = TotalsQuery.digests(rows);
          }
          StatementTimes times = TimesQuery.read(statement);
          try (ResultSet rows = statement.executeQuery(TotalsQuery.STATUS)) {
            return new ServerTotals(digests, TotalsQuery.status(rows), times);
          }
        });
  }

  /**
   * The digest texts of running and of completed statements, with findings about a raw one. No raw
   * statement leaves this package.
   */
  @Override
  public List<DigestText> texts(Collection<String> digests) {
    if (digests.isEmpty()) {
      return List.of();
    }
    List<String> ids = List.copyOf(digests);
    try (PreparedStatement question = connection.prepareStatement(TextsQuery.sql(ids.size()))) {
      for (int i = 0; i < 2 * ids.size(); i++) {
        question.setString(i + 1, ids.get(i % ids.size()));
      }
      try (ResultSet rows = question.executeQuery()) {
        return TextsQuery.read(rows, mask);
      }
    } catch (SQLException e) {
      throw MysqlFailures.of(e, address);
    }
  }

  @Override
  public List<String> limits() {
    return asking(
        statement -> {
          List<CheckResult> found = new ArrayList<>();
          SamplingLimits limits = new SamplingLimits(address.toString(), found::add);
          limits.check(statement);
          limits.checkClock(ServerIdentity.of(statement, address), clock);
          return found.stream().filter(limit -> limit.state() != State.OK).map(this::text).toList();
        });
  }

  private String text(CheckResult limit) {
    String sql = String.join(" ", limit.sql());
    return String.join(" ", limit.message(), limit.hint(), sql).strip();
  }

  @Override
  public void close() {
    try {
      // abort() is used because close() would wait for a pending answer.
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw MysqlFailures.of(e, address);
    }
  }

  private <T> Optional<T> inTime(StatementCall<T> question) {
    try (Statement statement = connection.createStatement()) {
      return Optional.of(question.ask(statement));
    } catch (SQLException e) {
      if (MysqlFailures.isTooLong(e)) {
        return Optional.empty();
      }
      throw MysqlFailures.of(e, address);
    }
  }

  private <T> T asking(StatementCall<T> question) {
    try (Statement statement = connection.createStatement()) {
      return question.ask(statement);
    } catch (SQLException e) {
      throw MysqlFailures.of(e, address);
    }
  }

  private interface StatementCall<T> {
    T ask(Statement statement) throws SQLException;
  }
}
