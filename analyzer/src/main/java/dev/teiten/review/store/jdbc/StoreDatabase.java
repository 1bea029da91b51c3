package dev.teiten.review.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.StoreException;
import dev.teiten.review.store.StoreText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.sqlite.SQLiteConfig;

/** Opens a database and brings its tables up to date. */
final class StoreDatabase {
  private static final int BUSY_MILLIS = 10_000;
  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_CONNECTIONS = 4;
  private static final int MOST_TRIES = 5;

  private StoreDatabase() {}

  /**
   * @throws SQLException if it does not answer
   * @throws FlywayException if the tables cannot be made
   * @throws StoreException if a newer version of Teiten made them
   */
  static HikariDataSource open(StoreAddress address) throws SQLException {
    Properties properties = properties(address);
    HikariConfig config = new HikariConfig();
    // Asked first without the pool, which would try for long and log what the driver says.
    try (Connection first = DriverManager.getConnection(address.url(), properties)) {
      config.setReadOnly(first.isReadOnly());
    }
    config.setPoolName("teiten-store");
    config.setJdbcUrl(address.url());
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setInitializationFailTimeout(-1);
    HikariDataSource source = new HikariDataSource(config);
    try {
      migrate(source, address);
      return source;
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static Properties properties(StoreAddress address) {
    Properties properties = address.isSqlite() ? sqlite() : new Properties();
    if (!address.isSqlite()) {
      properties.setProperty("connectTimeout", String.valueOf(CONNECT_MILLIS));
      properties.setProperty("socketTimeout", String.valueOf(6 * CONNECT_MILLIS));
    }
    if (address.user() != null) {
      properties.setProperty("user", address.user());
    }
    if (address.password() != null) {
      properties.setProperty("password", address.password());
    }
    return properties;
  }

  /**
   * Readers and one writer work side by side, in several processes; a second writer waits. A
   * transaction takes the write lock at its start, because a later request may be refused at once.
   *
   * @see <a href="https://www.sqlite.org/wal.html">Write-Ahead Logging</a>
   */
  private static Properties sqlite() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    Properties properties = config.toProperties();
    // Would win over the URL, which may say that the file is only to be read.
    properties.remove(SQLiteConfig.Pragma.OPEN_MODE.pragmaName);
    return properties;
  }

  private static void migrate(HikariDataSource source, StoreAddress address) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:dev/teiten/review/store/jdbc")
            .table("teiten_schema")
            // A team's database may hold other tables.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .placeholders(words(address))
            .load();
    refuseNewer(flyway.info(), address);
    for (int attempt = 1; ; attempt++) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayException e) {
        // Flyway looks whether there are tables before it takes its lock, and with SQLite it has
        // none: of two programs that make them one is late, and finds them the next time.
        if (attempt == MOST_TRIES || isReadOnly(source)) {
          throw e;
        }
      }
    }
  }

  /** Flyway itself would go on with tables of a later version. */
  private static void refuseNewer(MigrationInfoService info, StoreAddress address) {
    MigrationInfo current = info.current();
    if (current != null && current.getState() == MigrationState.FUTURE_SUCCESS) {
      MigrationVersion known =
          Arrays.stream(info.all())
              .filter(migration -> migration.getState().isResolved())
              .map(MigrationInfo::getVersion)
              .max(Comparator.naturalOrder())
              .orElse(MigrationVersion.EMPTY);
      throw new StoreException(
          StoreText.STORE.of(
              address.shown(),
              StoreText.NEWER.of(current.getVersion().toString(), known.toString())),
          StoreText.UPDATE.of());
    }
  }

  private static boolean isReadOnly(HikariDataSource source) {
    try (Connection connection = source.getConnection()) {
      return connection.isReadOnly();
    } catch (SQLException e) {
      return true;
    }
  }

  private static Map<String, String> words(StoreAddress address) {
    return address.isSqlite()
        ? Map.of("id", "integer primary key autoincrement", "options", "")
        : Map.of(
            "id",
            "bigint primary key auto_increment",
            "options",
            "engine = InnoDB default charset = utf8mb4");
  }
}
