package dev.teiten.normalize;

import java.util.Arrays;

/** Tells from the tokens alone which names are tables. One pass, front to back. */
final class TableScan {
  private static final long USING = NameHash.first("using");

  private final Tokens tokens;

  private int depth;
  // By depth: whether a FROM there is a query's, and whether a comma is followed by a table.
  private boolean[] query = new boolean[16];
  private boolean[] list = new boolean[16];
  private boolean expected;

  TableScan(Tokens tokens) {
    this.tokens = tokens;
    query[0] = true;
  }

  /** Whether the token is the name of a table, or a part of it; ask for every token, in order. */
  boolean isTable(int at) {
    switch (tokens.kind[at]) {
      case Kind.OPEN -> open();
      case Kind.CLOSE -> close();
      case Kind.COMMA -> expected = list[depth];
      case Kind.SEMICOLON -> expected = false;
      case Kind.WORD, Kind.QUOTED -> {
        return name(at);
      }
      default -> {
        return false;
      }
    }
    return false;
  }

  private void open() {
    depth++;
    if (depth == query.length) {
      query = Arrays.copyOf(query, depth * 2);
      list = Arrays.copyOf(list, depth * 2);
    }
    query[depth] = false;
    list[depth] = expected;
  }

  private void close() {
    depth = Math.max(0, depth - 1);
    expected = false;
  }

  private boolean name(int at) {
    if (tokens.is(at - 1, Kind.DOT)) {
      boolean part = expected;
      expected &= tokens.is(at + 1, Kind.DOT);
      return part;
    }
    int roles = tokens.roles[at];
    if ((roles & (Role.CLAUSE | Role.QUERY)) != 0) {
      query[depth] |= (roles & Role.QUERY) != 0;
      list[depth] = false;
      expected = false;
    }
    if (introduces(at, roles)) {
      list[depth] |= (roles & Role.TABLE) == 0 && (roles & Role.TABLE_VERB) == 0;
      expected = true;
      return false;
    }
    if (!expected || (roles & Role.MODIFIER) != 0) {
      return false;
    }
    expected = tokens.is(at + 1, Kind.DOT);
    boolean function = list[depth] && tokens.is(at + 1, Kind.OPEN);
    return !function && (roles & ~Role.SHARD) == 0;
  }

  private boolean introduces(int at, int roles) {
    if ((roles & Role.FROM) != 0) {
      return query[depth] && !tokens.has(at - 1, Role.DISTINCT);
    }
    if ((roles & Role.TABLE_VERB) != 0) {
      return at == 0
          || tokens.is(at - 1, Kind.OPEN)
          || tokens.is(at - 1, Kind.CLOSE)
          || tokens.is(at - 1, Kind.SEMICOLON)
          || tokens.has(at - 1, Role.EXPLAIN);
    }
    return (roles & Role.TABLE) != 0 || isUsing(at);
  }

  /** DELETE FROM a USING b, but neither JOIN b USING (c) nor CREATE INDEX … USING BTREE. */
  private boolean isUsing(int at) {
    return tokens.hash1[at] == USING
        && tokens.is(at, Kind.WORD)
        && !tokens.is(at + 1, Kind.OPEN)
        && tokens.has(0, Role.QUERY);
  }
}
