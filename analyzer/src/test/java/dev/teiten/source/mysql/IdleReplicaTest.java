package dev.teiten.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.mysql.MysqlExtension;
import dev.teiten.mysql.MysqlServer;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.source.sample.ActiveSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real server follows a source that does not answer, so its replication threads are idle. */
@ExtendWith(MysqlExtension.class)
@ResourceLock("MySQL") // All tests share one server.
@Tag("slow")
class IdleReplicaTest {
  @Test
  void replicationThreadsWithoutEventsAreNoLoad(MysqlServer server) throws Exception {
    MysqlAddress address = MysqlAddress.of(server.jdbcUrl(), Map.of());
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        MysqlSource source =
            MysqlSource.open(
                address,
                new ServerNames("local", "db-1"),
                Clock.systemUTC(),
                new LiteralFindings())) {
      statement.execute(
          "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = 1,"
              + " SOURCE_USER = 'nobody' FOR CHANNEL 'idle'");
      statement.execute("START REPLICA FOR CHANNEL 'idle'");
      try {
        assertThat(replicationThreads(statement)).isPositive();
        List<ActiveSession> sessions = source.sessions().orElseThrow();
        assertThat(sessions).extracting(ActiveSession::user).doesNotContain("replication");
        assertThat(sessions).hasSizeLessThan(replicationThreads(statement));
      } finally {
        statement.execute("STOP REPLICA FOR CHANNEL 'idle'");
        statement.execute("RESET REPLICA ALL FOR CHANNEL 'idle'");
      }
    }
  }

  private static int replicationThreads(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT COUNT(*) FROM performance_schema.threads WHERE TYPE = 'FOREGROUND'"
                + " AND (NAME LIKE 'thread/sql/replica%' OR NAME LIKE 'thread/sql/slave%')")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Waiting for source to send event, false",
    "Waiting for an event from Coordinator, false",
    "Replica has read all relay log; waiting for more updates, false",
    "Connecting to source, false",
    "'', false",
    "Applying batch of row changes (write), true",
    "Waiting for preceding transaction to commit, true",
    "executing, true"
  })
  void aThreadAppliesAnEventOrIsIdle(String state, boolean applies) {
    assertThat(ReplicationThreads.applies(state)).isEqualTo(applies);
  }
}
