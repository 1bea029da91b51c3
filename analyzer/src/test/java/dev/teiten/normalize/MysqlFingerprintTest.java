package dev.teiten.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import dev.teiten.normalize.key.Fingerprinter;
import dev.teiten.normalize.scan.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A real server's digests against our fingerprints: the text that Performance Insights shows is the
 * server's.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema-statement-digests.html">
 *     Statement digests</a>
 */
@ExtendWith(MysqlExtension.class)
@ResourceLock("MySQL") // One server counts for all.
@Tag("slow")
class MysqlFingerprintTest {
  private static final List<Digested> ACCEPTED = new ArrayList<>();

  private record Digested(String statement, String digest, String text) {}

  @BeforeAll
  static void askTheServer(MysqlServer server) throws SQLException {
    List<String> statements = new ArrayList<>();
    StatementCase.mysql()
        .filter(c -> !c.truncated())
        .forEach(
            c -> {
              statements.add(c.statement());
              statements.addAll(c.same());
              statements.addAll(c.different());
            });
    StatementMutations mutations = new StatementMutations(Dialect.MYSQL, 7);
    for (String template : GroupingPropertyTest.TEMPLATES) {
      for (int i = 0; i < 30; i++) {
        statements.add(mutations.same(template));
      }
    }
    try (Connection connection = server.connect();
        Statement use = connection.createStatement()) {
      use.execute("CREATE DATABASE IF NOT EXISTS teiten_digests");
      use.execute("USE teiten_digests");
      for (String statement : statements) {
        digest(connection, statement).ifPresent(ACCEPTED::add);
      }
    }
  }

  private static Optional<Digested> digest(Connection connection, String statement) {
    String ask = "SELECT STATEMENT_DIGEST(?), STATEMENT_DIGEST_TEXT(?)";
    try (PreparedStatement question = connection.prepareStatement(ask)) {
      question.setString(1, statement);
      question.setString(2, statement);
      try (ResultSet answer = question.executeQuery()) {
        answer.next();
        return Optional.of(new Digested(statement, answer.getString(1), answer.getString(2)));
      }
    } catch (SQLException notAStatement) {
      return Optional.empty();
    }
  }

  @Test
  void theServerAcceptsMostCases() {
    assertThat(ACCEPTED).hasSizeGreaterThan(800);
  }

  @Test
  void theDigestTextHasTheFingerprintOfTheStatement() {
    // The server prints a backtick inside of a name without doubling it: its text is ambiguous.
    assertThat(ACCEPTED.stream().filter(d -> !d.statement().contains("``")))
        .allSatisfy(
            d ->
                assertThat(Fingerprinter.of(d.text(), Dialect.MYSQL).id())
                    .as("%s%nand%n%s", d.statement(), d.text())
                    .isEqualTo(Fingerprinter.of(d.statement(), Dialect.MYSQL).id()));
  }

  @Test
  void statementsOfOneDigestHaveOneFingerprint() {
    Map<String, String> idOf = new HashMap<>();
    assertThat(ACCEPTED)
        .allSatisfy(
            d -> {
              String id = Fingerprinter.of(d.statement(), Dialect.MYSQL).id();
              assertThat(idOf.computeIfAbsent(d.digest(), digest -> id)).isEqualTo(id);
            });
  }
}
