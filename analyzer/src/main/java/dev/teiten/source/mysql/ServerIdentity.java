package dev.teiten.source.mysql;

import dev.teiten.load.Cluster;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import dev.teiten.source.MonitoredInstance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity, version and clock of a server.
 *
 * @param uuid {@code server_uuid}, which is independent of the address and of proxies
 * @param isReadOnly whether clients cannot write to it
 * @param epochSeconds its clock
 */
record ServerIdentity(
    String uuid, String host, int port, String version, boolean isReadOnly, double epochSeconds) {
  private static final String SQL =
      "SELECT @@server_uuid, @@hostname, @@port, VERSION(), @@read_only OR @@innodb_read_only,"
          + " UNIX_TIMESTAMP(NOW(6)), @@performance_schema";
  private static final Pattern MAJOR = Pattern.compile("(\\d+)\\..*");
  private static final Pattern UUID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final int OLDEST = 8;

  /** Clock difference in seconds that is reported. */
  private static final double SKEWED = 5;

  static ServerIdentity of(Statement statement, MysqlAddress address) throws SQLException {
    String version = version(statement);
    Matcher major = MAJOR.matcher(version);
    if (!major.matches()
        || Integer.parseInt(major.group(1)) < OLDEST
        || version.contains("MariaDB")) {
      throw MysqlFailures.unfit(
          address + " is version " + version, "Sampling needs MySQL 8.0 or newer.");
    }
    try (ResultSet row = statement.executeQuery(SQL)) {
      row.next();
      if (!row.getBoolean(7) || !UUID.matcher(row.getString(1)).matches()) {
        throw MysqlFailures.unfit(
            address + " runs without performance_schema",
            "Start the server with performance_schema=ON.");
      }
      return new ServerIdentity(
          row.getString(1),
          row.getString(2),
          row.getInt(3),
          version,
          row.getBoolean(5),
          row.getDouble(6));
    }
  }

  private static String version(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT VERSION()")) {
      row.next();
      return row.getString(1);
    }
  }

  /** A message about the clock, if it differs. */
  Optional<String> skew(Clock clock) {
    double seconds = epochSeconds - clock.millis() / 1e3;
    return Math.abs(seconds) < SKEWED
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The server's clock is %.0f s %s; minutes are those of this machine's clock.",
                Math.abs(seconds),
                seconds > 0 ? "ahead" : "behind"));
  }

  /**
   * The server as an instance; class, zone and price are AWS's terms, and the server keeps no past
   * load.
   */
  MonitoredInstance seen(ServerNames naming, Instant now) {
    Instance instance =
        new Instance(
            uuid,
            naming.instanceOr(host, port),
            version,
            null,
            isReadOnly ? Role.READER : Role.WRITER,
            null,
            null,
            null);
    return new MonitoredInstance(
        naming.cluster(),
        Cluster.SAMPLED,
        Engine.MYSQL,
        StorageType.STANDARD,
        instance,
        false,
        0,
        null,
        now.truncatedTo(ChronoUnit.MICROS));
  }
}
