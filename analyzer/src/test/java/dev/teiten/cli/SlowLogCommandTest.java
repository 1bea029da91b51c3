package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import picocli.CommandLine;

/** {@code import slow-log}, and the ranking of its archive. */
class SlowLogCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    out.getBuffer().setLength(0);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Cli.execute(line, arguments);
  }

  private int load(Path file, String... more) {
    String[] arguments = {
      "import",
      "slow-log",
      file.toString(),
      "--archive=" + folder.resolve("archive"),
      "--cluster=shop"
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return run(all);
  }

  private JsonNode rank(String week) throws IOException {
    run(
        "rank",
        "--archive=" + folder.resolve("archive"),
        "--cluster=shop",
        "--week=" + week,
        "--format=json");
    return new ObjectMapper().readTree(out.toString());
  }

  private static String entries(int count, double seconds) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < count; i++) {
      log.append(
          String.format(
              Locale.ROOT,
              "# Time: 2026-11-09T10:%02d:30.000000Z%n# User@Host: a[a] @ b []  Id: 1%n"
                  + "# Query_time: %.6f  Lock_time: 0 Rows_sent: 1  Rows_examined: 1%n"
                  + "select * from users where id = %d;%n",
              i,
              seconds,
              4_711 + i));
    }
    return log.toString();
  }

  @Test
  void theRankingHasTheLoadOfTheLog() throws IOException {
    Path file = Files.writeString(folder.resolve("db1-slow.log.2"), entries(30, 6));

    assertThat(load(file)).isZero();
    assertThat(err.toString()).contains("its shortest statement took 6.000 s", "long_query_time");

    JsonNode first = rank("2026-W46").path("contributors").path(0);
    assertThat(first.path("statement").asText()).isEqualTo("select * from users where id = ?");
    assertThat(first.path("loadAas").asDouble()).isBetween(0.0999, 0.1001);
    assertThat(first.path("latencySeconds").asDouble()).isEqualTo(6);
    assertThat(first.path("instances").path("db1").asDouble()).isBetween(0.0999, 0.1001);
    assertThat(out.toString()).doesNotContain("4711");
  }

  @Test
  void aLogWithAllStatementsGetsNoWarning() throws IOException {
    Path file = Files.writeString(folder.resolve("slow.log"), entries(30, 0.0001));
    assertThat(load(file, "--instance=db-9", "--format=json")).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(
            new ObjectMapper().readTree(out.toString()).path("logs").path(0).path("added").asInt())
        .isEqualTo(30);
  }

  @Test
  void whatIsNoLogIsNamed() throws IOException {
    assertThat(load(folder.resolve("missing.log"))).isEqualTo(CommandErrors.WRONG);
    assertThat(err.toString()).contains("missing.log is no file");
    Path text = Files.writeString(folder.resolve("notes.txt"), "nothing\n");
    assertThat(load(text)).isEqualTo(CommandErrors.FAILED);
    assertThat(err.toString()).contains("has no complete entry");
    assertThat(load(text, "--instance=../x")).isEqualTo(CommandErrors.WRONG);
  }

  /** The log of a real server is read, and its queries have the names of today. */
  @Nested
  @ExtendWith(MysqlExtension.class)
  @ResourceLock("MySQL") // All tests share one server.
  @Tag("slow")
  class OfARealServer {
    @Test
    void itsStatementsAreRanked(MysqlServer server) throws Exception {
      Path file = folder.resolve("real-slow.log");
      write(server, file);
      Assumptions.assumeTrue(Files.isReadable(file), "the server is not on this machine");

      assertThat(load(file)).isZero();

      JsonNode first = rank(week()).path("contributors").path(0);
      assertThat(first.path("statement").asText()).isEqualTo("select sleep(?) from dual");
      assertThat(first.path("latencySeconds").asDouble()).isBetween(0.3, 5.0);
    }

    private void write(MysqlServer server, Path file) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("SET GLOBAL slow_query_log_file = '" + file + "'");
        statement.execute("SET GLOBAL slow_query_log = ON");
        try {
          statement.execute("SET SESSION long_query_time = 0");
          statement.execute("SELECT SLEEP(0.3) FROM dual");
          statement.execute("SELECT 'o''hara; \n# Time: no' AS name");
        } finally {
          statement.execute("SET GLOBAL slow_query_log = OFF");
        }
      }
    }

    private String week() {
      var today = Instant.now().atOffset(ZoneOffset.UTC);
      return "%d-W%02d"
          .formatted(
              today.get(IsoFields.WEEK_BASED_YEAR), today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  }
}
