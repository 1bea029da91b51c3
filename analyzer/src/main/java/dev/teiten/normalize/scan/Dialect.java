package dev.teiten.normalize.scan;

import dev.teiten.load.Engine;

/** The lexical rules that a statement follows. */
public enum Dialect {
  MYSQL,
  POSTGRESQL;

  public static Dialect of(Engine engine) {
    return engine.isPostgresql() ? POSTGRESQL : MYSQL;
  }
}
