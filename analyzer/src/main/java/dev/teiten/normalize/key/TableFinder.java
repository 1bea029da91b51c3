package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.util.Arrays;

/**
 * Tells from the tokens alone which names are tables, in one pass from front to back. A name that
 * the tokens leave open is no table: a wrong table would mislead more than a missing one.
 */
final class TableFinder {
  private static final byte QUERY = 1;
  private static final byte SELECT = 2;
  private static final byte DELETE = 4;

  /** A comma is followed by a table. */
  private static final byte LIST = 8;

  private final TokenList tokens;
  private final Dialect dialect;
  private TableVerb verb;

  private int depth;
  // By depth: what the words there began.
  private byte[] state = new byte[16];
  private boolean expected;
  // Whether a parenthesis after the name that is expected makes a function of it.
  private boolean callable;
  private int lastTable = -1;

  TableFinder(TokenList tokens, Dialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.verb = new TableVerb(tokens, 0);
  }

  /** Whether the token is the name of a table, or a part of it; ask for every token, in order. */
  boolean isTable(int at) {
    switch (tokens.kind[at]) {
      case TokenKind.OPEN -> open();
      case TokenKind.CLOSE -> close();
      case TokenKind.COMMA -> comma();
      case TokenKind.SEMICOLON -> statement(at + 1);
      case TokenKind.DOT -> {}
      case TokenKind.WORD, TokenKind.QUOTED -> {
        boolean table = name(at);
        lastTable = table ? at : lastTable;
        return table;
      }
      default -> expected &= verb.isBrace(at);
    }
    return false;
  }

  private void statement(int at) {
    verb = new TableVerb(tokens, at);
    expected = false;
    state[depth] = 0;
  }

  private void open() {
    depth++;
    if (depth == state.length) {
      state = Arrays.copyOf(state, depth * 2);
    }
    state[depth] = expected ? LIST : 0;
  }

  private void close() {
    depth = Math.max(0, depth - 1);
    expected = false;
  }

  private void comma() {
    expected = is(LIST);
    callable = true;
  }

  private boolean is(int what) {
    return (state[depth] & what) != 0;
  }

  private void set(int what, boolean on) {
    state[depth] = (byte) (on ? state[depth] | what : state[depth] & ~what);
  }

  private boolean name(int at) {
    if (tokens.is(at - 1, TokenKind.DOT)) {
      boolean part = expected;
      expected &= tokens.is(at + 1, TokenKind.DOT);
      return part;
    }
    int roles = tokens.roles[at];
    if ((roles & (KeywordRole.CLAUSE | KeywordRole.QUERY)) != 0 && !verb.isIndexHint(at)) {
      clause(at, roles);
    }
    if (introduces(at, roles)) {
      expected = true;
      return false;
    }
    if (!expected || (roles & KeywordRole.MODIFIER) != 0 || verb.isOuterJoin(at)) {
      return false;
    }
    boolean function = callable && tokens.is(at + 1, TokenKind.OPEN);
    expected = tokens.is(at + 1, TokenKind.DOT);
    return !function && verb.isName(at);
  }

  private void clause(int at, int roles) {
    boolean query = (roles & KeywordRole.QUERY) != 0;
    boolean delete = query && (roles & KeywordRole.CLAUSE) == 0;
    set(DELETE, (delete && verb.begins(at, isFirst())) || is(DELETE));
    set(SELECT, (query && !delete) || is(SELECT));
    set(QUERY, query || is(QUERY));
    set(LIST, false);
    expected = false;
  }

  private boolean isFirst() {
    return depth == 0 && !is(QUERY);
  }

  private boolean introduces(int at, int roles) {
    if (at == verb.at && verb.isBeforeTable()) {
      return follows(0, false);
    }
    if (verb.isShow()) {
      return lastTable < verb.at && verb.shows(at);
    }
    if ((roles & KeywordRole.FROM) != 0) {
      return from(at);
    }
    if ((roles & KeywordRole.TABLE_VERB) != 0) {
      return verb.begins(at, isFirst()) && follows(QUERY | LIST, false);
    }
    if ((roles & KeywordRole.TABLE) != 0) {
      return table(at, roles);
    }
    set(DELETE, is(DELETE) || verb.isMerge(at));
    boolean using = is(DELETE) && verb.isUsing(at);
    return (using && follows(LIST, true)) || verb.names(at, lastTable);
  }

  private boolean follows(int states, boolean function) {
    set(states, true);
    callable = function;
    return true;
  }

  private boolean from(int at) {
    boolean tables = is(QUERY) && !tokens.has(at - 1, KeywordRole.DISTINCT) && !verb.isRevoke();
    boolean targets = dialect == Dialect.MYSQL && is(DELETE) && verb.areTargets(at);
    return tables && !targets && follows(LIST, true);
  }

  private boolean table(int at, int roles) {
    if ((roles & KeywordRole.COLUMNS) == 0) {
      return verb.isTables(at)
          ? verb.isOfList() && follows(LIST, false)
          : is(LIST) && !verb.isIndexHint(at) && follows(LIST, true);
    }
    if (verb.isInto(at) && is(SELECT) && dialect == Dialect.MYSQL) {
      // Variables of a stored procedure follow.
      set(LIST, false);
      return false;
    }
    return follows(verb.isOfList() ? LIST : 0, false);
  }
}
