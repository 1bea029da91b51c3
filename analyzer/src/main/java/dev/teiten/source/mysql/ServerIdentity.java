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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  static ServerIdentity of(Statement statement, MysqlAddress address) throws SQLException {
    String version = version(statement);
    Matcher major = MAJOR.matcher(version);
    if (version.contains("MariaDB")) {
      throw MysqlFailures.unfit(
          address + " is MariaDB " + version,
          "MariaDB has no server_uuid and no samples of statements, so it is not sampled;"
              + " `teiten import slow-log` reads its slow log.");
    }
    if (!major.matches() || Integer.parseInt(major.group(1)) < OLDEST) {
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
            naming.instanceClass(),
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
