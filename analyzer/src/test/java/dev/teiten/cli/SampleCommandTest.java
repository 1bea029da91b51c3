package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Errors of {@code teiten sample}. */
class SampleCommandTest {
  private static final String NOBODY = "jdbc:mysql://ann:s3cret@127.0.0.1:1/";

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  private int sample(String url, String cluster, String length, String... more) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    line.setErr(new PrintWriter(err));
    List<String> arguments = new ArrayList<>();
    arguments.add("sample");
    arguments.add("--archive=" + folder);
    arguments.add("--jdbc-url=" + url);
    arguments.add("--cluster=" + cluster);
    arguments.add("--for=" + length);
    arguments.addAll(List.of(more));
    return Cli.execute(line, arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "--host-cpu=cloud, --host-cpu",
    "--host-cpu=node-exporter=db1, --host-cpu",
    "--class=db.r99.huge, --class",
    "--vcpus=0, --vcpus",
    "--vcpus=many, --vcpus"
  })
  void aHostThatIsNoneIsNamed(String option, String named) {
    assertThat(sample(NOBODY, "local", "PT1M", option)).isEqualTo(CommandErrors.WRONG);
    assertThat(err.toString()).contains(named);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://ann:s3cret@h/, local, PT1M, --jdbc-url",
    NOBODY + ", ../etc, PT1M, --cluster",
    NOBODY + ", local, soon, --for",
    NOBODY + ", local, PT0S, --for",
    NOBODY + ", local, -PT1M, --for"
  })
  void aWrongSettingIsNamed(String url, String cluster, String length, String setting) {
    assertThat(sample(url, cluster, length)).isEqualTo(CommandErrors.WRONG);
    assertThat(err.toString()).contains(setting).doesNotContain("s3cret");
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutItsPassword() {
    assertThat(sample(NOBODY, "local", "PT1M")).isEqualTo(CommandErrors.FAILED);
    assertThat(err.toString())
        .contains("jdbc:mysql://127.0.0.1:1/ does not answer")
        .doesNotContain("s3cret");
  }

  @Nested
  @ExtendWith(MysqlExtension.class)
  @ResourceLock("MySQL") // All tests share one server.
  @Tag("slow")
  class AsAUser {

    private void as(MysqlServer server, String grant, String expected) throws SQLException {
      try (Connection connection = server.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE USER teiten_poor IDENTIFIED BY 'p00r-secret'");
        try {
          if (!grant.isEmpty()) {
            statement.execute(grant + " TO teiten_poor");
          }
          String url = server.jdbcUrl().replaceAll("\\?.*", "");
          int status =
              sample(
                  url
                      + "?user=teiten_poor&password=p00r-secret&allowPublicKeyRetrieval=true"
                      + "&sslMode=DISABLED",
                  "local",
                  "PT1M");
          assertThat(status).isEqualTo(CommandErrors.FAILED);
          assertThat(err.toString()).contains(expected).doesNotContain("p00r-secret");
        } finally {
          statement.execute("DROP USER teiten_poor");
        }
      }
    }

    @Test
    void whoMayNotLookIsToldWhatToGrant(MysqlServer server) throws SQLException {
      as(server, "", "GRANT SELECT ON performance_schema.* TO");
    }

    @Test
    void whoMayNotSeeTransactionsIsToldWhatToGrant(MysqlServer server) throws SQLException {
      as(server, "GRANT SELECT ON performance_schema.*", "GRANT PROCESS ON *.* TO");
    }
  }
}
