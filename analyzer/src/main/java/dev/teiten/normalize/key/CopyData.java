package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.WordSet;

/**
 * The rows that follow {@code COPY … FROM STDIN} in a script of PostgreSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL: COPY</a>
 */
final class CopyData {
  private static final long COPY = NameHash.first("copy");
  private static final long FROM = NameHash.first("from");
  private static final String WORD = "stdin";
  private static final long STDIN = NameHash.first(WORD);

  /** Words that may follow STDIN on the next line. */
  private static final WordSet OPTIONS =
      WordSet.of("with delimiter delimiters csv null header quote escape force where binary using");

  private CopyData() {}

  static boolean isLikely(String text) {
    for (int i = text.length() - WORD.length(); i >= 0; i--) {
      if (text.regionMatches(true, i, WORD, 0, WORD.length())) {
        return true;
      }
    }
    return false;
  }

  /** The place where the first rows begin, or the end of the text. */
  static int start(byte[] text) {
    Lexer lexer = new Lexer(text, Dialect.POSTGRESQL);
    boolean first = true;
    boolean copy = false;
    long before = 0;
    for (int kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
      if (kind != TokenKind.COMMENT) {
        long word = kind == TokenKind.WORD ? lexer.wordHash() : 0;
        copy = first ? word == COPY : copy;
        first = kind == TokenKind.SEMICOLON;
        if (copy && before == FROM && word == STDIN) {
          return after(lexer);
        }
        before = word;
      }
    }
    return text.length;
  }

  /** The end of the statement, which STDIN or its options end. */
  private static int after(Lexer lexer) {
    int stdin = lexer.end;
    int kind = lexer.next();
    boolean line = false;
    for (int i = stdin; i < lexer.start; i++) {
      line |= lexer.text[i] == '\n';
    }
    boolean option =
        kind == TokenKind.OPEN
            || kind == TokenKind.SEMICOLON
            || (kind == TokenKind.WORD && OPTIONS.contains(lexer.wordHash()));
    if (line && !option) {
      return stdin;
    }
    while (kind != TokenKind.END && kind != TokenKind.SEMICOLON) {
      kind = lexer.next();
    }
    return lexer.start;
  }
}
