package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.ByteClasses;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.TokenKind;

/**
 * Strings with {@code \'} in them, which a server's settings read in two ways. Where the text then
 * ends inside a string, or a string touches a word, the reading is in doubt: the first of these
 * strings is the last thing that is read.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html">MySQL:
 *     NO_BACKSLASH_ESCAPES</a>
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-compatible.html">PostgreSQL:
 *     standard_conforming_strings</a>
 */
final class DoubtfulQuotes {
  private DoubtfulQuotes() {}

  /** Just after the opening quote of the string that is in doubt, or the end of the text. */
  static int end(byte[] text, Dialect dialect) {
    Lexer lexer = new Lexer(text, dialect);
    int doubtful = -1;
    boolean unsafe = false;
    for (int kind = lexer.next(); kind != TokenKind.END && !unsafe; kind = lexer.next()) {
      boolean quoted = text[lexer.start] == '\'' || text[lexer.start] == '"';
      if (kind == TokenKind.LITERAL && quoted && hasEscapedQuote(text, lexer.start, lexer.end)) {
        doubtful = doubtful < 0 ? lexer.start : doubtful;
        unsafe = ByteClasses.isWord(text, lexer.end);
      }
      unsafe |= doubtful >= 0 && lexer.cut && kind != TokenKind.COMMENT;
    }
    return unsafe ? doubtful + 1 : text.length;
  }

  /** Whether an odd number of backslashes stands before a quote like the first one. */
  private static boolean hasEscapedQuote(byte[] text, int start, int end) {
    boolean escaped = false;
    for (int i = start + 1; i < end; i++) {
      if (escaped && text[i] == text[start]) {
        return true;
      }
      escaped = text[i] == '\\' && !escaped;
    }
    return false;
  }
}
