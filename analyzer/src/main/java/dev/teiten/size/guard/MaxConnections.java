package dev.teiten.size.guard;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.AcuRange;
import dev.teiten.load.Engine;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code max_connections} of a class: its default, and what an instance states where its source
 * tells it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Performance.html#AuroraMySQL.Managing.MaxConnections">Aurora
 *     MySQL: maximum connections</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html#aurora-serverless-v2.max-connections">Maximum
 *     connections for Aurora Serverless v2</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html#AuroraPostgreSQL.Managing.MaxConnections">Aurora
 *     PostgreSQL: maximum connections</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections">Amazon
 *     RDS: maximum number of database connections</a>
 */
public final class MaxConnections {
  private static final double BYTES_PER_GIB = 1L << 30;
  private static final int MOST_FROM_HALF_A_UNIT = 2000;
  private static final NavigableMap<Double, Integer> MYSQL_ACU =
      new TreeMap<>(
          Map.of(1.0, 90, 4.0, 135, 8.0, 1000, 16.0, 2000, 32.0, 3000, 64.0, 4000, 128.0, 5000));
  private static final NavigableMap<Double, Integer> POSTGRESQL_ACU =
      new TreeMap<>(Map.of(1.0, 189, 4.0, 823, 8.0, 1669, 16.0, 3360, 32.0, 5000));

  private MaxConnections() {}

  /**
   * Outside Aurora, MySQL allows one for every 12,582,880 bytes, and MariaDB one for every
   * 25,165,760, 12,000 at most. Aurora MySQL allows 1000 on a large and 1000 more with each
   * doubling of memory (AWS's table for the memory-optimized classes), and 90 and 135 on the T
   * classes. PostgreSQL allows one for every 9,531,392 bytes, and 5000 at most. Serverless v2 takes
   * the memory of its maximum; below 1 ACU of minimum, PostgreSQL allows 2000 at most.
   */
  public static int of(InstanceClass instanceClass, Engine engine) {
    AcuRange acu = instanceClass.acu();
    double gib = instanceClass.mostMemoryGib();
    if (acu != null) {
      return serverless(acu, engine);
    }
    if (engine.isPostgresql()) {
      return (int) Math.min(5000, gib * BYTES_PER_GIB / 9_531_392);
    }
    if (engine == Engine.MYSQL) {
      return (int) (gib * BYTES_PER_GIB / 12_582_880);
    }
    if (engine == Engine.MARIADB) {
      return (int) Math.min(12_000, gib * BYTES_PER_GIB / 25_165_760);
    }
    return instanceClass.burstable()
        ? (int) Math.round(45 * log2(gib))
        : (int) Math.max(1000, Math.round(1000 * log2(gib / 8)));
  }

  /** AWS's table for Serverless v2; between its rows the lower one. */
  private static int serverless(AcuRange acu, Engine engine) {
    NavigableMap<Double, Integer> table = engine.isPostgresql() ? POSTGRESQL_ACU : MYSQL_ACU;
    Map.Entry<Double, Integer> row = table.floorEntry(acu.max());
    int connections = row == null ? 0 : row.getValue();
    return engine.isPostgresql() && acu.min() < 1
        ? Math.min(MOST_FROM_HALF_A_UNIT, connections)
        : connections;
  }

  /**
   * The limit of a class that replaces today's. A parameter group may fix the number or compute it
   * from memory. So a smaller class is given the lower of today's number and its own default.
   *
   * @param stated today's number; null if the source does not tell it
   */
  static int of(InstanceClass target, InstanceClass today, Engine engine, @Nullable Double stated) {
    int usual = of(target, engine);
    if (stated == null) {
      return usual;
    }
    int now = (int) Math.round(stated);
    return target.mostMemoryGib() < today.mostMemoryGib() ? Math.min(now, usual) : now;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
