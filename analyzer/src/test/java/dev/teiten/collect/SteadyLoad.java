package dev.teiten.collect;

import dev.teiten.mysql.MysqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions that do one thing until they are closed: sleep, burn CPU, wait for a locked row or a
 * locked table. The sessions that hold the locks are idle and are no load.
 */
public final class SteadyLoad implements AutoCloseable {
  static final int SLEEPERS = 2;
  public static final int ON_CPU = 1;
  public static final int ROW_WAITERS = 2;
  public static final int LOCK_WAITERS = ROW_WAITERS + 1;
  public static final int SESSIONS = SLEEPERS + ON_CPU + LOCK_WAITERS;

  public static final String LOCKED = "UPDATE stock SET name = 'x' WHERE id = 1";
  public static final String BASE = "teiten_sampling";
  private static final int PATIENCE = 200;

  private final MysqlServer server;
  private final List<Connection> connections = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private SteadyLoad(MysqlServer server) {
    this.server = server;
  }

  /** A statement that takes a few milliseconds; all of these statements have one digest. */
  public static String counted(String secret, int number) {
    return "SELECT '" + secret + "', SLEEP(0.0" + (10 + number % 10) + ")";
  }

  /** A statement that looks for the end of a name, and sleeps beside the one row that has it. */
  static String sleeping(String secret) {
    return "SELECT SLEEP(100) FROM stock WHERE name LIKE '%a' AND name <> '" + secret + "'";
  }

  /** Returns when every session is in its state. */
  public static SteadyLoad start(MysqlServer server, String secret) throws Exception {
    SteadyLoad load = new SteadyLoad(server);
    try {
      load.prepare();
      load.hold("UPDATE stock SET name = '" + secret + "' WHERE id = 1");
      load.hold("SELECT * FROM shelf");
      for (int i = 0; i < SLEEPERS; i++) {
        load.run(sleeping(secret));
      }
      load.run("SELECT BENCHMARK(1000000000000, SHA2('" + secret + "', 256))");
      for (int i = 0; i < ROW_WAITERS; i++) {
        load.run(LOCKED.replace("'x'", "'" + secret + "'"));
      }
      load.run("ALTER TABLE shelf ADD COLUMN more INT");
      load.await();
      return load;
    } catch (SQLException | InterruptedException e) {
      load.close();
      throw e;
    }
  }

  private void prepare() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + BASE);
      statement.execute("CREATE DATABASE " + BASE);
      statement.execute("USE " + BASE);
      statement.execute("CREATE TABLE stock (id INT PRIMARY KEY, name VARCHAR(50))");
      statement.execute("CREATE TABLE shelf (id INT PRIMARY KEY)");
      statement.execute("INSERT INTO stock VALUES (1, 'a')");
    }
  }

  private Connection connect() throws SQLException {
    Connection connection = server.connect();
    connection.setCatalog(BASE);
    connections.add(connection);
    return connection;
  }

  /** Keeps the locks of a statement, in an idle transaction. */
  private void hold(String sql) throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void run(String sql) throws SQLException {
    Connection connection = connect();
    Thread thread =
        new Thread(
            () -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
              } catch (SQLException e) {
                // The statement was killed, as intended.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void await() throws SQLException, InterruptedException {
    String waiting =
        "SELECT (SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT')"
            + " + (SELECT COUNT(*) FROM performance_schema.threads WHERE PROCESSLIST_STATE ="
            + " 'Waiting for table metadata lock')";
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < PATIENCE; i++) {
        try (ResultSet row = statement.executeQuery(waiting)) {
          row.next();
          if (row.getInt(1) == LOCK_WAITERS) {
            return;
          }
        }
        Thread.sleep(50);
      }
    }
    throw new SQLException("the sessions do not wait as they should");
  }

  /** Whether every session is still in its state. */
  public boolean isRunning() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  /** A statement ends only if it is killed. */
  @Override
  public void close() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      List<Long> ids = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT PROCESSLIST_ID FROM performance_schema.threads WHERE PROCESSLIST_DB = '"
                  + BASE
                  + "'")) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      for (long id : ids) {
        statement.execute("KILL " + id);
      }
      for (Connection open : connections) {
        open.abort(Runnable::run);
      }
      statement.execute("DROP DATABASE IF EXISTS " + BASE);
    }
  }
}
