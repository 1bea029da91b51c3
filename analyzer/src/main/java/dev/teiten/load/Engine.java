package dev.teiten.load;

import java.util.Locale;

/** The database engine of a cluster, as RDS names it in {@code Engine}. */
public enum Engine {
  AURORA_MYSQL("aurora-mysql"),
  AURORA_POSTGRESQL("aurora-postgresql"),
  MYSQL("mysql"),
  MARIADB("mariadb"),
  POSTGRESQL("postgres");

  private final String rdsName;

  Engine(String rdsName) {
    this.rdsName = rdsName;
  }

  /** The engine of an RDS name; {@code aurora} is the old name of Aurora MySQL. */
  public static Engine of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Engine engine : values()) {
      if (engine.rdsName.equals(lower)) {
        return engine;
      }
    }
    return lower.contains("postgres") ? AURORA_POSTGRESQL : AURORA_MYSQL;
  }

  /** The name in RDS answers, such as {@code aurora-mysql}. */
  public String rdsName() {
    return rdsName;
  }

  /** Whether the instances of a cluster share Aurora's storage. */
  public boolean isAurora() {
    return this == AURORA_MYSQL || this == AURORA_POSTGRESQL;
  }

  /** Whether statements follow PostgreSQL's lexical rules rather than MySQL's. */
  public boolean isPostgresql() {
    return this == AURORA_POSTGRESQL || this == POSTGRESQL;
  }
}
