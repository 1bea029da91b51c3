package dev.teiten.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults of a real server are told, and the statements of the check mend them. */
@ExtendWith(MysqlExtension.class)
@ResourceLock("MySQL") // All tests share one server.
@Tag("slow")
class ServerCheckTest {
  private static final String PASSWORD = "p00r-secret";

  private Connection connection;
  private Statement admin;
  private String url;

  @BeforeEach
  void connect(MysqlServer server) throws SQLException {
    connection = server.connect();
    admin = connection.createStatement();
    admin.execute("CREATE USER teiten_check IDENTIFIED BY '" + PASSWORD + "'");
    url =
        server.jdbcUrl().replaceAll("\\?.*", "")
            + "?user=teiten_check&password="
            + PASSWORD
            + "&allowPublicKeyRetrieval=true&sslMode=";
  }

  @AfterEach
  void disconnect() throws SQLException {
    admin.execute("SET GLOBAL offline_mode = OFF");
    admin.execute(
        "UPDATE performance_schema.setup_consumers SET ENABLED = 'YES' WHERE NAME IN"
            + " ('statements_digest', 'events_statements_current')");
    admin.execute("DROP USER teiten_check");
    connection.close();
  }

  private Checks check(String sslMode) {
    return check(sslMode, Clock.systemUTC());
  }

  private Checks check(String sslMode, Clock clock) {
    List<CheckResult> results = ServerCheck.of(MysqlAddress.of(url + sslMode, Map.of()), clock);
    assertThat(results.toString()).doesNotContain(PASSWORD);
    return new Checks(results);
  }

  /** The results by name. */
  private record Checks(List<CheckResult> results) {
    CheckResult get(String name) {
      return results.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }
  }

  /** Runs the statements of a check, which must be those of an administrator. */
  private void mend(CheckResult result) throws SQLException {
    assertThat(result.sql()).isNotEmpty();
    for (String sql : result.sql()) {
      admin.execute(sql);
    }
  }

  @Test
  void theStatementsForMissingGrantsAreThoseThatHelp() throws SQLException {
    Checks poor = check("PREFERRED");
    assertThat(poor.get("connection").state()).isEqualTo(State.OK);
    assertThat(poor.get("version").message()).startsWith("MySQL ");
    assertThat(poor.get("grant:SELECT").state()).isEqualTo(State.FAILED);
    assertThat(poor.get("statements").state()).isEqualTo(State.SKIPPED);

    mend(poor.get("grant:SELECT"));
    mend(poor.get("grant:PROCESS"));

    Checks mended = check("PREFERRED");
    assertThat(mended.get("grant:SELECT").state()).isEqualTo(State.OK);
    assertThat(mended.get("grant:PROCESS").state()).isEqualTo(State.OK);
    assertThat(mended.get("statements").state()).isEqualTo(State.OK);
    assertThat(mended.get("clock").state()).isEqualTo(State.OK);
    assertThat(mended.get("digests").message()).contains("has lost none");
    assertThat(mended.get("tls").message()).contains("TLS");
  }

  @Test
  void theStatementsForConsumersAreThoseThatHelp() throws SQLException {
    admin.execute("GRANT SELECT ON performance_schema.* TO teiten_check");
    admin.execute(
        "UPDATE performance_schema.setup_consumers SET ENABLED = 'NO'"
            + " WHERE NAME = 'statements_digest'");
    CheckResult silent = check("PREFERRED").get("statements");
    assertThat(silent.state()).isEqualTo(State.FAILED);

    mend(silent);

    assertThat(check("PREFERRED").get("statements").state()).isEqualTo(State.OK);
  }

  @Test
  void aConnectionWithoutTlsAndAClockThatDiffersAreWarnings() throws SQLException {
    admin.execute("GRANT SELECT ON performance_schema.* TO teiten_check");
    Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2));
    Checks results = check("DISABLED", late);
    assertThat(results.get("tls").state()).isEqualTo(State.WARNING);
    assertThat(results.get("clock").state()).isEqualTo(State.WARNING);
    assertThat(results.get("clock").message()).contains("120 s ahead");
  }

  @ParameterizedTest
  @CsvSource({
    "ALTER USER teiten_check ACCOUNT LOCK, has locked this account",
    "ALTER USER teiten_check PASSWORD EXPIRE, has expired",
    "SET GLOBAL offline_mode = ON, is in offline mode",
    "ALTER USER teiten_check REQUIRE SSL, refused the login"
  })
  void eachReasonOfARefusalHasItsSentence(String sql, String expected) throws SQLException {
    admin.execute(sql);
    CheckResult refused = check("DISABLED").get("connection");
    assertThat(refused.state()).isEqualTo(State.FAILED);
    assertThat(refused.message()).contains(expected);
    assertThat(refused.hint()).isNotEmpty();
  }

  @Test
  void aUserWithTooManyConnectionsIsTold() throws SQLException {
    admin.execute("ALTER USER teiten_check WITH MAX_USER_CONNECTIONS 1");
    try (Connection first = DriverManager.getConnection(url + "PREFERRED")) {
      assertThat(first.isValid(1)).isTrue();
      assertThat(check("PREFERRED").get("connection").message()).contains("user");
    }
  }

  @Test
  void aCertificateThatIsNotTrustedIsTold() {
    CheckResult refused = check("VERIFY_CA").get("connection");
    assertThat(refused.message()).contains("certificate").contains("is not accepted");
    assertThat(refused.hint()).contains("trustCertificateKeyStoreUrl");
  }
}
