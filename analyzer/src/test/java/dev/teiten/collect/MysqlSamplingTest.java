package dev.teiten.collect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.files.AtomicFiles;
import dev.teiten.cli.Cli;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.source.mysql.MysqlAddress;
import dev.teiten.source.mysql.MysqlSource;
import dev.teiten.source.mysql.ServerNames;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import picocli.CommandLine;

/** Samples a real server under a known load. */
@ExtendWith(MysqlExtension.class)
@ResourceLock("MySQL") // All tests share one server.
@Tag("slow")
class MysqlSamplingTest {
  private static final Instant TEN = Instant.parse("2026-11-09T10:00:00Z");
  private static final int AT_TEN = 600;
  private static final int CALLS = 37;
  private static final String SECRET = "hidden-4711";

  /**
   * Every look should see every session of the known load, which runs all the time. Three looks of
   * a minute may differ, as a session may be between two states.
   */
  private static final Offset<Double> THREE_LOOKS = within(3 / 60.0);

  @TempDir static Path folder;
  private static String countedDigest = "";
  private static String lockedDigest = "";
  private static String sleepingDigest = "";
  private static ClusterLoad week;

  @BeforeAll
  static void sampleTwoMinutes(MysqlServer server) throws Exception {
    try (SteadyLoad known = SteadyLoad.start(server, SECRET);
        Archive archive = new Archive(folder, new DuckDbEngine());
        Connection counted = server.connect()) {
      counted.setCatalog(SteadyLoad.BASE);
      countedDigest = digest(counted, SteadyLoad.counted(SECRET, 1));
      lockedDigest = digest(counted, SteadyLoad.LOCKED);
      sleepingDigest = digest(counted, SteadyLoad.sleeping(SECRET));
      Thread calling = new Thread(() -> callOften(counted));
      SteppedClock clock =
          new SteppedClock(
              TEN,
              15,
              now -> {
                if (now.equals(TEN.plusMillis(60_500))) {
                  calling.start();
                } else if (now.equals(TEN.plusMillis(110_500))) {
                  join(calling);
                }
              });
      MysqlAddress address = MysqlAddress.of(server.jdbcUrl(), Map.of());
      ServerNames naming = new ServerNames("local", "db-1");
      SessionSampler sampler =
          new SessionSampler(
              () -> MysqlSource.open(address, naming, clock, new LiteralFindings()),
              archive,
              clock,
              clock);
      assertThat(sampler.sample(Duration.ofMinutes(2), progress -> {}).minutes()).isEqualTo(2);
      week = archive.load("local", ReviewWeek.parse("2026-W46", ZoneOffset.UTC), 0);
      assertThat(known.isRunning()).isTrue();
    }
  }

  private static String digest(Connection connection, String statement) throws SQLException {
    try (Statement ask = connection.createStatement();
        ResultSet row =
            ask.executeQuery("SELECT STATEMENT_DIGEST('" + statement.replace("'", "''") + "')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void callOften(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < CALLS; i++) {
        statement.executeQuery(SteadyLoad.counted(SECRET, i)).close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InstanceLoad load() {
    return week.instances().get(0);
  }

  private static double wait(WaitClass kind) {
    return load().waits().entrySet().stream()
        .filter(entry -> entry.getKey().waitClass() == kind)
        .mapToDouble(entry -> entry.getValue()[AT_TEN])
        .sum();
  }

  @Test
  void theLoadIsTheNumberOfSessionsAtWork() {
    assertThat(load().total()[AT_TEN]).isCloseTo(SteadyLoad.SESSIONS, THREE_LOOKS);
    assertThat(load().total()[AT_TEN + 1])
        .isGreaterThan(SteadyLoad.SESSIONS)
        .isLessThan(SteadyLoad.SESSIONS + 1);
    assertThat(week.coverage().observedMinutes()).isEqualTo(2);
  }

  @Test
  void whoWaitsForARowOrATableWaitsForALock() {
    assertThat(wait(WaitClass.ROW_LOCK)).isCloseTo(SteadyLoad.LOCK_WAITERS, THREE_LOOKS);
    assertThat(wait(WaitClass.CPU)).isCloseTo(SteadyLoad.ON_CPU, THREE_LOOKS);
    assertThat(load().waits())
        .containsKeys(
            new WaitEvent("synch/cond/innodb/row_lock_wait"),
            new WaitEvent("lock/metadata/sql/mdl"));
  }

  @Test
  void digestsAreTheServersOwn() {
    assertThat(requireNonNull(load().digests().get(lockedDigest))[AT_TEN])
        .isCloseTo(SteadyLoad.ROW_WAITERS, THREE_LOOKS);
    DigestLoad locked =
        load().hours().stream()
            .filter(hour -> hour.digest().equals(lockedDigest))
            .findFirst()
            .get();
    assertThat(locked.waits()).containsKey(new WaitEvent("synch/cond/innodb/row_lock_wait"));
    assertThat(week.statements()).containsKey(lockedDigest);
  }

  @Test
  void callsAreThoseThatWereMade() {
    DigestLoad counted =
        load().hours().stream()
            .filter(hour -> hour.digest().equals(countedDigest))
            .findFirst()
            .orElseThrow();
    Map<DigestStatistic, Double> rates = counted.statistics();
    // The seconds from the start to the last look.
    double seconds = 119.5;
    assertThat(requireNonNull(rates.get(DigestStatistic.CALLS_PER_SECOND)) * seconds)
        .isCloseTo(CALLS, within(1e-3));
    assertThat(requireNonNull(rates.get(DigestStatistic.ROWS_SENT_PER_SECOND)) * seconds)
        .isCloseTo(CALLS, within(1e-3));
    assertThat(rates.get(DigestStatistic.LATENCY_SECONDS)).isPositive();
  }

  @Test
  void countersAreThoseThatMysqlCanTell() {
    assertThat(load().counters())
        .containsKeys(
            InstanceCounter.CONNECTIONS,
            InstanceCounter.MAX_CONNECTIONS,
            InstanceCounter.QUERIES_PER_SECOND)
        .doesNotContainKeys(InstanceCounter.CPU_UTILISATION, InstanceCounter.VCPUS);
    assertThat(requireNonNull(load().counters().get(InstanceCounter.CONNECTIONS))[AT_TEN])
        .isGreaterThanOrEqualTo(SteadyLoad.SESSIONS);
    assertThat(load().instance().role()).isEqualTo(Role.WRITER);
    assertThat(load().instance().instanceClass()).isNull();
  }

  @Test
  void noLiteralIsInTheArchive() throws Exception {
    try (DuckDbEngine engine = new DuckDbEngine();
        Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(file -> file.toString().endsWith(AtomicFiles.SUFFIX) || isParquet(file))
              .toList();
      assertThat(files).hasSizeGreaterThan(2);
      for (Path file : files) {
        String sql = "SELECT t::VARCHAR AS line FROM " + engine.relation(List.of(file)) + " t";
        assertThat(engine.query(sql, row -> row.text("line")))
            .isNotEmpty()
            .noneMatch(row -> row.contains(SECRET));
      }
    }
  }

  private static boolean isParquet(Path file) {
    return file.toString().endsWith(".parquet");
  }

  @Test
  void theHintOfALiteralIsKeptWithoutTheLiteral() throws Exception {
    JsonNode ranking =
        new ObjectMapper().readTree(run("rank", "--cluster", "local", "--week", "2026-W46"));
    List<String> codes = new ArrayList<>();
    for (JsonNode contributor : ranking.at("/contributors")) {
      if (contributor.at("/sourceDigests").toString().contains(sleepingDigest)) {
        contributor.at("/hints").forEach(hint -> codes.add(hint.at("/code").asText()));
      }
    }
    assertThat(codes).contains("LEADING_WILDCARD");
  }

  @Test
  void theOtherCommandsReadIt() {
    assertThat(run("rank", "--cluster", "local", "--week", "2026-W46"))
        .contains(lockedDigest, "\"coverage\"");
    assertThat(run("size", "--cluster", "local", "--week", "2026-W46"))
        .contains("UNDECIDED", "\"writerClass\" : null", "no CPU utilization counter");
    assertThat(run("clusters")).contains("\"class\" : null", "\"engine\" : \"mysql\"");
    assertThat(run("review", "--week", "2026-W46")).contains(lockedDigest);
  }

  private static String run(String command, String... arguments) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out));
    String[] all =
        Stream.concat(
                Stream.of(command, "--archive", folder.toString(), "--format", "json"),
                Stream.of(arguments))
            .toArray(String[]::new);
    assertThat(Cli.execute(line, all)).isZero();
    return out.toString();
  }
}
