package dev.teiten.source.mysql;

import dev.teiten.load.WaitEvent;
import dev.teiten.source.sample.ActiveSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads all active sessions in one query. A thread has a row for each running statement and wait.
 * Statements of a procedure run inside its call, and a file is read inside a handler's call. The
 * innermost row, which began last, is the session's current activity.
 *
 * <p>Row lock waits come from INNODB_TRX. In data_lock_waits each pair of waiter and blocker has a
 * row, so the table is too large during a lock pile-up.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema-threads-table.html">The
 *     threads table</a>
 */
final class SessionQuery {
  /** The query has a time limit, so that it ends before the next one is due. */
  static final String SQL =
      "SELECT /*+ MAX_EXECUTION_TIME(900) */ t.THREAD_ID, t.PROCESSLIST_USER, t.PROCESSLIST_HOST,"
          + " t.PROCESSLIST_DB, t.PROCESSLIST_STATE, s.EVENT_ID, s.DIGEST, w.EVENT_ID,"
          + " w.EVENT_NAME, x.trx_mysql_thread_id IS NOT NULL, t.NAME"
          + " FROM performance_schema.threads t"
          + " LEFT JOIN performance_schema.events_statements_current s"
          + " ON s.THREAD_ID = t.THREAD_ID AND s.END_EVENT_ID IS NULL"
          + " LEFT JOIN performance_schema.events_waits_current w"
          + " ON w.THREAD_ID = t.THREAD_ID AND w.END_EVENT_ID IS NULL"
          + " LEFT JOIN information_schema.INNODB_TRX x"
          + " ON x.trx_mysql_thread_id = t.PROCESSLIST_ID AND x.trx_state = 'LOCK WAIT'"
          + " WHERE t.TYPE = 'FOREGROUND' AND t.PROCESSLIST_ID <> CONNECTION_ID()"
          + " AND t.PROCESSLIST_COMMAND NOT IN"
          + " ('Sleep', 'Daemon', 'Binlog Dump', 'Binlog Dump GTID')";

  static final String MAY_SEE_TRANSACTIONS =
      "SELECT trx_id FROM information_schema.INNODB_TRX LIMIT 1";

  private SessionQuery() {}

  static List<ActiveSession> read(ResultSet rows) throws SQLException {
    Map<Long, ThreadRows> threads = new HashMap<>();
    while (rows.next()) {
      threads.computeIfAbsent(rows.getLong(1), id -> new ThreadRows()).add(rows);
    }
    return threads.values().stream().filter(ThreadRows::isActive).map(ThreadRows::session).toList();
  }

  /** One thread, while its rows are read. */
  private static final class ThreadRows {
    private long statementId = -1;
    private long waitId = -1;
    private @Nullable String digest;
    private @Nullable String instrument;
    private @Nullable String user;
    private @Nullable String host;
    private @Nullable String database;
    private WaitEvent wait = WaitEvent.CPU;
    private boolean active;

    void add(ResultSet row) throws SQLException {
      boolean replication = ReplicationThreads.isOne(row.getString(11));
      active = !replication || ReplicationThreads.applies(row.getString(5));
      user = replication ? ReplicationThreads.USER : row.getString(2);
      host = row.getString(3);
      database = row.getString(4);
      String running = row.getString(7);
      if (running != null && row.getLong(6) > statementId) {
        statementId = row.getLong(6);
        digest = running;
      }
      String waiting = row.getString(9);
      if (waiting != null && row.getLong(8) > waitId) {
        waitId = row.getLong(8);
        instrument = waiting;
      }
      wait = WaitNames.of(row.getBoolean(10), instrument, row.getString(5));
    }

    boolean isActive() {
      return active;
    }

    ActiveSession session() {
      return new ActiveSession(wait, digest, user, host, database);
    }
  }
}
