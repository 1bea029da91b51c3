package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import dev.teiten.source.mysql.MysqlAddress;
import dev.teiten.source.mysql.MysqlSource;
import dev.teiten.source.mysql.ServerNames;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Four equal workers on a real server, which gives a digest to every length of a list of calls and
 * of a chain of OR: two run one query with 1 to 60 elements, one a query with 1 to 60 alternatives.
 */
@ExtendWith(MysqlExtension.class)
@ResourceLock("MySQL") // One server counts for all.
@Tag("slow")
class ScatteredQueryTest {
  private static final Instant TEN = Instant.parse("2026-11-09T10:00:00Z");
  private static final String BASE = "teiten_scattered";
  private static final int MOST_ELEMENTS = 60;

  @TempDir static Path folder;
  private static final AtomicBoolean WORKING = new AtomicBoolean(true);
  private static ClusterLoad week;
  private static Ranking ranking;

  @BeforeAll
  static void sampleTwoMinutes(MysqlServer server) throws Exception {
    prepare(server);
    List<Thread> workers = new ArrayList<>();
    workers.add(work(server, ScatteredQueryTest::list));
    workers.add(work(server, ScatteredQueryTest::list));
    workers.add(work(server, ScatteredQueryTest::alternatives));
    workers.add(work(server, n -> "SELECT SLEEP(0.03) FROM token WHERE id = " + 7));
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      SteppedClock clock = new SteppedClock(TEN, 40, now -> {});
      MysqlAddress address = MysqlAddress.of(server.jdbcUrl(), Map.of());
      ServerNames naming = new ServerNames("local", "db-1");
      new SessionSampler(
              () -> MysqlSource.open(address, naming, clock, new LiteralFindings()),
              archive,
              clock,
              clock)
          .sample(Duration.ofMinutes(2), progress -> {});
      week = archive.load("local", ReviewWeek.parse("2026-W46", ZoneOffset.UTC), 0);
    } finally {
      WORKING.set(false);
      for (Thread worker : workers) {
        worker.join();
      }
    }
    ranking = new QueryRanker(ScatteredQueryTest::normalizer, 1).rank(week, Ranking.Order.LOAD);
  }

  private static void prepare(MysqlServer server) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + BASE);
      statement.execute("CREATE DATABASE " + BASE);
      statement.execute(
          "CREATE TABLE " + BASE + ".token (id INT PRIMARY KEY, size INT, code VARBINARY(16))");
      statement.execute("INSERT INTO " + BASE + ".token VALUES (7, 7, UNHEX('FF'))");
    }
  }

  private static String list(int number) {
    int elements = 1 + number % MOST_ELEMENTS;
    List<String> calls = Collections.nCopies(elements, "UNHEX('0A')");
    return "SELECT SLEEP(0.03) FROM token WHERE code NOT IN (" + String.join(", ", calls) + ")";
  }

  private static String alternatives(int number) {
    int elements = 2 + number % MOST_ELEMENTS;
    List<String> pairs = Collections.nCopies(elements, "(id = 1 AND size = 2)");
    return "SELECT SLEEP(0.03) FROM token WHERE NOT (" + String.join(" OR ", pairs) + ")";
  }

  private static Thread work(MysqlServer server, IntFunction<String> statements) {
    Thread thread =
        new Thread(
            () -> {
              try (Connection connection = server.connect()) {
                connection.setCatalog(BASE);
                for (int number = 0; WORKING.get(); number++) {
                  try (Statement statement = connection.createStatement()) {
                    statement.executeQuery(statements.apply(number)).close();
                  }
                }
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static Function<StatementText, NormalizedStatement> normalizer(Dialect dialect) {
    StatementNormalizer normalizer = new StatementNormalizer(dialect);
    return text -> normalizer.normalize(text.text(), !text.complete());
  }

  @Test
  void theServerScattersTheQuery() {
    long digests =
        week.statements().values().stream().filter(t -> t.text().contains("UNHEX")).count();

    assertThat(digests).isGreaterThan(30);
  }

  @Test
  void theQueryThatIsHalfOfTheWorkHasRankOne() {
    Contributor first = ranking.contributors().get(0);

    assertThat(first.rank()).isEqualTo(1);
    assertThat(first.statement())
        .isEqualTo("select sleep(?) from token where code not in (unhex(?), …)");
    assertThat(first.share()).isCloseTo(0.5, within(0.1));
  }

  @Test
  void theChainOfAlternativesIsAQueryToo() {
    assertThat(ranking.contributors())
        .anySatisfy(
            contributor -> {
              assertThat(contributor.statement())
                  .isEqualTo("select sleep(?) from token where not ((id = ? and size = ?) or …)");
              assertThat(contributor.share()).isCloseTo(0.25, within(0.1));
            });
  }
}
