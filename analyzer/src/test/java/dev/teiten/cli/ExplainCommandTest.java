package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.scan.Dialect;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import picocli.CommandLine;

/** Plans of a real server, kept in an archive whose queries come from a slow log. */
@ExtendWith(MysqlExtension.class)
@ResourceLock("MySQL") // All tests share one server.
@Tag("slow")
class ExplainCommandTest {
  private static final String READ = "SELECT name FROM plans_t WHERE owner = 'top-secret'";
  private static final String WRITE = "UPDATE plans_t SET name = 'x' WHERE owner = 'top-secret'";
  private static final String SLEEPS =
      "SELECT name FROM plans_t WHERE id = (SELECT SLEEP(3) FROM plans_t p WHERE p.id = 1)";
  private static final String CALLS =
      "SELECT name FROM plans_t WHERE id = (SELECT plans_f() FROM plans_t p WHERE p.id = 1)";
  private static final String PREPARED = "SELECT owner FROM plans_t WHERE id = ?";
  private static final String UNSEEN = "SELECT id FROM plans_t WHERE name = 'never sent'";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Connection connection;
  private Statement admin;
  private String url;

  @BeforeEach
  void fill(MysqlServer server) throws SQLException, IOException {
    connection = server.connect();
    admin = connection.createStatement();
    admin.execute("DROP DATABASE IF EXISTS plans_db");
    admin.execute("CREATE DATABASE plans_db");
    admin.execute("USE plans_db");
    admin.execute(
        "CREATE TABLE plans_t (id INT PRIMARY KEY AUTO_INCREMENT, owner VARCHAR(20),"
            + " name VARCHAR(20), KEY by_owner (owner))");
    for (int i = 0; i < 50; i++) {
      admin.execute("INSERT INTO plans_t (owner, name) VALUES ('o" + i + "', 'n')");
    }
    admin.execute(
        "CREATE FUNCTION plans_f() RETURNS INT DETERMINISTIC BEGIN"
            + " DELETE FROM plans_t; RETURN 1; END");
    admin.execute("CREATE USER IF NOT EXISTS teiten_plan IDENTIFIED BY 'p1an-secret'");
    admin.execute("GRANT SELECT ON performance_schema.* TO teiten_plan");
    admin.execute("GRANT SELECT, UPDATE, DELETE, EXECUTE ON plans_db.* TO teiten_plan");
    url =
        server.jdbcUrl().replaceAll("\\?.*", "")
            + "?user=teiten_plan&password=p1an-secret&allowPublicKeyRetrieval=true"
            + "&sslMode=DISABLED";
    importQueries();
  }

  @AfterEach
  void drop() throws SQLException {
    admin.execute("DROP DATABASE plans_db");
    admin.execute("DROP USER teiten_plan");
    connection.close();
  }

  private void importQueries() throws IOException {
    StringBuilder log = new StringBuilder();
    for (String sql : List.of(READ, WRITE, SLEEPS, CALLS, PREPARED, UNSEEN)) {
      log.append("# Time: 2026-11-09T10:00:00.000000Z\n# User@Host: a[a] @ b []  Id: 1\n")
          .append("# Query_time: 1.0  Lock_time: 0 Rows_sent: 1  Rows_examined: 1\n")
          .append(sql)
          .append(";\n");
    }
    Path file = Files.writeString(folder.resolve("slow.log"), log);
    run("import", "slow-log", file.toString(), "--cluster=shop");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--archive=" + folder.resolve("archive"));
    CommandLine line = Cli.commandLine((review, language) -> "");
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Cli.execute(line, all.toArray(String[]::new));
  }

  private static String idOf(String sql) {
    return new StatementNormalizer(Dialect.MYSQL).normalize(sql).id();
  }

  private int explain(String sql, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "explain", "--cluster=shop", "--fingerprint=" + idOf(sql), "--jdbc-url=" + url));
    arguments.addAll(Arrays.asList(more));
    int status = run(arguments.toArray(String[]::new));
    assertThat(out + " " + err).doesNotContain("top-secret").doesNotContain("p1an-secret");
    return status;
  }

  private void send(String sql) throws SQLException {
    admin.execute(sql);
  }

  @Test
  void thePlanIsKeptAndItsChangeIsTold() throws Exception {
    send(READ);
    assertThat(explain(READ, "--format=json")).isZero();
    JsonNode first = new ObjectMapper().readTree(out.toString());
    assertThat(first.path("plan").path("steps").path(0).path("key").asText()).isEqualTo("by_owner");
    assertThat(first.path("plan").path("indexes")).hasSize(2);
    assertThat(first.path("changes")).isEmpty();

    send("ALTER TABLE plans_t ALTER INDEX by_owner INVISIBLE");
    send(READ);
    assertThat(explain(READ)).isZero();

    assertThat(out.toString()).contains("plans_t uses no index, and used by_owner.");
    try (Archive archive = new Archive(folder.resolve("archive"), new DuckDbEngine())) {
      assertThat(archive.plans().of("shop", idOf(READ))).hasSize(2);
      assertThat(archive.plans().of("shop", idOf(READ)).toString()).doesNotContain("top-secret");
    }
  }

  @Test
  void aMeasuredPlanHasNoLiterals() throws SQLException {
    send(READ);
    assertThat(explain(READ, "--analyze")).isZero();
    assertThat(out.toString()).contains("actual time=").contains("loops=");
  }

  @Test
  void whyThereIsNoPlanIsSaid() throws SQLException {
    assertThat(explain(UNSEEN)).isEqualTo(CommandErrors.FAILED);
    assertThat(err.toString()).contains("this server has no statement of the query");

    send(WRITE);
    assertThat(explain(WRITE)).isEqualTo(CommandErrors.FAILED);
    assertThat(err.toString()).contains("only in a transaction that may write");

    assertThat(run("explain", "--cluster=shop", "--fingerprint=t3-0", "--jdbc-url=" + url))
        .isEqualTo(CommandErrors.FAILED);
    assertThat(err.toString()).contains("The archive has no query t3-0");
  }

  @Test
  void aStatementThatWasPreparedHasNoPlan(MysqlServer server) throws SQLException {
    String serverSide = server.jdbcUrl().replace("/?", "/plans_db?") + "&useServerPrepStmts=true";
    try (Connection other = DriverManager.getConnection(serverSide);
        PreparedStatement prepared = other.prepareStatement(PREPARED)) {
      prepared.setInt(1, 1);
      prepared.executeQuery().close();
      assertThat(explain(PREPARED)).isEqualTo(CommandErrors.FAILED);
    }
    assertThat(err.toString()).contains("No plan, since it was prepared");
  }

  /** EXPLAIN executes constant subqueries: these would wait, or write. */
  @Test
  void aSubqueryThatRunsAtOnceIsStopped() throws SQLException {
    send(SLEEPS);
    assertThat(explain(SLEEPS)).isEqualTo(CommandErrors.FAILED);
    assertThat(err.toString()).contains("longer than its time limit");

    send("START TRANSACTION READ ONLY");
    sendToFail(CALLS);
    send("ROLLBACK");
    explain(CALLS);
    try (ResultSet row = admin.executeQuery("SELECT COUNT(*) FROM plans_t")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(50);
    }
  }

  /** The server remembers a statement, whether it succeeds or not. */
  private void sendToFail(String sql) {
    try {
      admin.execute(sql);
    } catch (SQLException expected) {
      assertThat(expected.getErrorCode()).isPositive();
    }
  }
}
