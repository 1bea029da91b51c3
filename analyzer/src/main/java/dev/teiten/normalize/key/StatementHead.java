package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import dev.teiten.normalize.scan.WordSet;

/**
 * The first words of a statement, where drivers write names that they make: of savepoints, cursors,
 * prepared statements and channels. A statement that is prepared, executed or given to a cursor is
 * the query.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-declare.html">PostgreSQL: DECLARE</a>
 * @see <a href="https://dev.mysql.com/doc/refman/9.7/en/sql-prepared-statements.html">MySQL:
 *     prepared statements</a>
 */
final class StatementHead {
  private static final long SAVEPOINT = NameHash.first("savepoint");
  private static final long RELEASE = NameHash.first("release");
  private static final long ROLLBACK = NameHash.first("rollback");
  private static final long PREPARE = NameHash.first("prepare");
  private static final long EXECUTE = NameHash.first("execute");
  private static final long DEALLOCATE = NameHash.first("deallocate");
  private static final long DROP = NameHash.first("drop");
  private static final long DECLARE = NameHash.first("declare");
  private static final long FETCH = NameHash.first("fetch");
  private static final long MOVE = NameHash.first("move");
  private static final long CURSOR = NameHash.first("cursor");
  private static final long CURRENT = NameHash.first("current");
  private static final long OF = NameHash.first("of");
  private static final long TO = NameHash.first("to");
  private static final long FOR = NameHash.first("for");
  private static final long AS = NameHash.first("as");

  private static final WordSet HEADS =
      WordSet.of("savepoint release rollback prepare execute deallocate drop");
  private static final WordSet POSTGRESQL_HEADS =
      WordSet.of("declare fetch move close listen unlisten notify");

  /** Words after a head that are no names. */
  private static final WordSet WORDS =
      WordSet.of(
          "savepoint prepare transaction work all immediate to and next prior first last absolute"
              + " relative forward backward from in prepared");

  private static final WordSet VERBS =
      WordSet.of(
          "select insert update delete replace with values table call merge set show do alter create"
              + " drop grant revoke kill analyze optimize check repair flush reset rename truncate"
              + " explain");

  private final TokenList tokens;
  private final Lexer lexer;
  private final boolean postgresql;

  /** The place where the statement begins. */
  private int start;

  /** The hash of the first word if it is a head, else 0. */
  private long head;

  StatementHead(TokenList tokens, Lexer lexer) {
    this.tokens = tokens;
    this.lexer = lexer;
    this.postgresql = lexer.dialect == Dialect.POSTGRESQL;
  }

  /** Begins a statement at the end of the tokens. */
  void begin() {
    start = tokens.size;
    head = 0;
  }

  /** Before a word or a quoted name is added: whether it is a name that was made. */
  boolean isMadeName(int kind) {
    int last = tokens.size - 1;
    if (last < start) {
      head = kind == TokenKind.WORD ? headOf(lexer.wordHash()) : 0;
      return false;
    }
    if (head == 0) {
      return postgresql && tokens.isWord(last, OF) && tokens.isWord(last - 1, CURRENT);
    }
    boolean name = kind == TokenKind.QUOTED || !WORDS.contains(lexer.wordHash());
    return name
        && isNamePlace(last)
        && !VERBS.contains(kind == TokenKind.WORD ? lexer.wordHash() : 0);
  }

  private long headOf(long hash) {
    boolean known = HEADS.contains(hash) || (postgresql && POSTGRESQL_HEADS.contains(hash));
    return known ? hash : 0;
  }

  private boolean isNamePlace(int last) {
    boolean second = last == start;
    if (head == ROLLBACK) {
      return tokens.isWord(last, TO) || tokens.isWord(last, SAVEPOINT);
    }
    if (head == RELEASE) {
      return (second && postgresql) || tokens.isWord(last, SAVEPOINT);
    }
    if (head == FETCH || head == MOVE) {
      return true;
    }
    boolean prepared = last == start + 1 && tokens.isWord(last, PREPARE);
    return prepared || (second && head != DROP);
  }

  /** Before a word or a parenthesis is added: drops a head whose query begins with it. */
  boolean dropsBefore(int kind) {
    int last = tokens.size - 1;
    boolean begins =
        head != 0
            && last >= start
            && (kind == TokenKind.OPEN
                || (kind == TokenKind.WORD && VERBS.contains(lexer.wordHash())))
            && isWholeHead(last);
    if (begins) {
      tokens.size = start;
      head = 0;
    }
    return begins;
  }

  private boolean isWholeHead(int last) {
    if (head == EXECUTE || head == PREPARE || head == DEALLOCATE) {
      boolean as = postgresql && head == PREPARE && tokens.isWord(last, AS);
      return last == start || as;
    }
    return head == DECLARE && tokens.isWord(last, FOR) && hasCursor(last);
  }

  private boolean hasCursor(int last) {
    for (int i = start + 2; i < last; i++) {
      if (tokens.isWord(i, CURSOR)) {
        return true;
      }
    }
    return false;
  }

  /** In a text that was cut: a head whose query is not there keeps its first word only. */
  void dropPart(TokenList statement) {
    int first = statement.size;
    while (first > 0 && !statement.is(first - 1, TokenKind.SEMICOLON)) {
      first--;
    }
    boolean open = statement.isWord(first, DECLARE) || statement.isWord(first, PREPARE);
    if (open && postgresql && statement.size > first + 1) {
      statement.size = first + 1;
    }
  }
}
