package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import dev.teiten.normalize.scan.WordSet;

/** Judges the names of a statement by its first word. */
final class TableVerb {
  private static final long USING = NameHash.first("using");
  private static final long FOR = NameHash.first("for");
  private static final long WITH = NameHash.first("with");
  private static final long INTO = NameHash.first("into");
  private static final long TABLES = NameHash.first("tables");
  private static final long TO = NameHash.first("to");
  private static final long ON = NameHash.first("on");
  private static final long LIKE = NameHash.first("like");
  private static final long SHOW = NameHash.first("show");
  private static final long MERGE = NameHash.first("merge");
  private static final long REVOKE = NameHash.first("revoke");
  private static final long RENAME = NameHash.first("rename");
  private static final long CREATE = NameHash.first("create");
  private static final long BRACE = NameHash.first("{");
  private static final long OJ = NameHash.first("oj");

  /** DROP TABLE a, b. */
  private static final WordSet LISTS =
      WordSet.of("drop lock rename flush analyze optimize check checksum repair truncate");

  /** The name of a table follows at once. */
  private static final WordSet BEFORE = WordSet.of("handler copy");

  private static final WordSet DESCRIBES = WordSet.of("explain describe desc");
  private static final WordSet SHOWN = WordSet.of("columns fields index indexes keys");
  private static final WordSet ATTACHED = WordSet.of("index trigger");
  private static final WordSet HINTED = WordSet.of("join order group");
  private static final int NAMES =
      KeywordRole.SHARD
          | KeywordRole.TABLE
          | KeywordRole.TYPE
          | KeywordRole.SAME_WORD
          | KeywordRole.SAME_CALL
          | KeywordRole.SAME_SHOWN
          | KeywordRole.STANDS;

  /** The place of the word. */
  final int at;

  private final TokenList tokens;

  TableVerb(TokenList tokens, int from) {
    this.tokens = tokens;
    int first = from;
    while (tokens.is(first, TokenKind.OPEN)) {
      first++;
    }
    this.at = first;
  }

  boolean isShow() {
    return tokens.isWord(at, SHOW);
  }

  boolean isRevoke() {
    return tokens.isWord(at, REVOKE);
  }

  /** Whether TABLE is followed by several tables. */
  boolean isOfList() {
    return LISTS.isAt(tokens, at);
  }

  boolean isBeforeTable() {
    return BEFORE.isAt(tokens, at) || isDescribed();
  }

  /** {@code describe t}, {@code explain s.t column}. */
  private boolean isDescribed() {
    if (!DESCRIBES.isAt(tokens, at) || !tokens.isName(at + 1) || tokens.roles[at + 1] != 0) {
      return false;
    }
    int next = tokens.is(at + 2, TokenKind.DOT) ? at + 4 : at + 2;
    boolean column = tokens.isLiteral(next) || (tokens.isName(next) && tokens.roles[next] == 0);
    int end = column ? next + 1 : next;
    return end >= tokens.size || tokens.is(end, TokenKind.SEMICOLON);
  }

  /** SHOW COLUMNS FROM t, SHOW CREATE TABLE t. */
  boolean shows(int place) {
    boolean from =
        tokens.has(place, KeywordRole.FROM | KeywordRole.IN) && SHOWN.isAt(tokens, place - 1);
    boolean table = tokens.has(place, KeywordRole.TABLE) && !isTables(place);
    return from || (table && tokens.isWord(place - 1, CREATE));
  }

  /** Whether UPDATE, INSERT … begin a statement, as against FOR UPDATE and REPLACE(a, b, c). */
  boolean begins(int place, boolean first) {
    if (tokens.is(place + 1, TokenKind.OPEN)) {
      return false;
    }
    int before = place - 1;
    return place == at
        || tokens.is(before, TokenKind.OPEN)
        || tokens.is(before, TokenKind.CLOSE)
        || tokens.has(before, KeywordRole.EXPLAIN)
        || (first && DESCRIBES.isAt(tokens, at));
  }

  boolean isMerge(int place) {
    return tokens.isWord(place, MERGE) && (place == at || tokens.is(place - 1, TokenKind.CLOSE));
  }

  /** DELETE FROM a USING b, but neither JOIN b USING (c) nor ORDER BY a USING <. */
  boolean isUsing(int place) {
    return tokens.isWord(place, USING) && tokens.isName(place + 1);
  }

  /** MySQL's DELETE FROM a, b USING …: its targets stand again after USING. */
  boolean areTargets(int from) {
    int place = from + 1;
    while (tokens.is(place, TokenKind.COMMA)
        || tokens.is(place, TokenKind.DOT)
        || tokens.is(place, TokenKind.OPERATOR)
        || (tokens.isName(place) && !tokens.isWord(place, USING) && verbFree(place))) {
      place++;
    }
    return tokens.isWord(place, USING);
  }

  private boolean verbFree(int place) {
    return (tokens.roles[place] & (KeywordRole.FROM | KeywordRole.CLAUSE | KeywordRole.TABLE)) == 0;
  }

  /** TO, ON and LIKE where a statement names another table with them. */
  boolean names(int place, int lastTable) {
    if (tokens.isWord(place, TO)) {
      boolean tables = tokens.isWord(at, RENAME) && tokens.has(at + 1, KeywordRole.TABLE);
      return lastTable >= at && (tables || tokens.isWord(place - 1, RENAME));
    }
    if (tokens.isWord(place, ON)) {
      return lastTable < at && isAttached(place);
    }
    int before = tokens.is(place - 1, TokenKind.OPEN) ? place - 2 : place - 1;
    boolean copied = tokens.isWord(place, LIKE) && tokens.isWord(at, CREATE);
    return copied && lastTable >= at && before == lastTable;
  }

  /** CREATE INDEX i ON t, DROP INDEX i ON t, CREATE TRIGGER … ON t. */
  private boolean isAttached(int on) {
    boolean attached = false;
    for (int i = at + 1; i < on && i < at + 12; i++) {
      attached |= ATTACHED.isAt(tokens, i);
    }
    return attached && (tokens.isWord(at, CREATE) || isOfList());
  }

  /** FORCE INDEX FOR ORDER BY (i) ends no list of tables. */
  boolean isIndexHint(int place) {
    return tokens.isWord(place, FOR)
        ? HINTED.isAt(tokens, place + 1)
        : tokens.isWord(place - 1, FOR) && HINTED.isAt(tokens, place);
  }

  boolean isTables(int place) {
    return tokens.hash1[place] == TABLES;
  }

  boolean isInto(int place) {
    return tokens.hash1[place] == INTO;
  }

  /** ODBC's outer join: <code>{ oj a left join b … }</code>. */
  boolean isOuterJoin(int place) {
    return tokens.isWord(place, OJ) && isBrace(place - 1);
  }

  boolean isBrace(int place) {
    return tokens.is(place, TokenKind.OPERATOR) && tokens.hash1[place] == BRACE;
  }

  /** Whether a word may be a table's name, as against OUTFILE '…' and ROWS FROM (…). */
  boolean isName(int place) {
    boolean reserved = (tokens.roles[place] & ~NAMES) != 0 || tokens.isWord(place, WITH);
    boolean rows = tokens.has(place + 1, KeywordRole.FROM) && tokens.is(place + 2, TokenKind.OPEN);
    return !reserved && !rows && !tokens.isLiteral(place + 1);
  }
}
