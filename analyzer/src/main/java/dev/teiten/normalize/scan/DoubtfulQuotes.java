package dev.teiten.normalize.scan;

import java.nio.charset.StandardCharsets;

/**
 * Strings with {@code \'} in them, which a server's settings read in two ways. If the text then
 * ends inside a string, or a string touches a word, the reading is in doubt: the first of these
 * strings is the last thing that is read.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/sql-mode.html">MySQL:
 *     NO_BACKSLASH_ESCAPES</a>
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-compatible.html">PostgreSQL:
 *     standard_conforming_strings</a>
 */
public final class DoubtfulQuotes {
  private static final boolean[] SPECIAL = new boolean[256];

  static {
    for (byte b : "'\"`$-#/".getBytes(StandardCharsets.US_ASCII)) {
      SPECIAL[b] = true;
    }
  }

  private final byte[] text;
  private final Dialect dialect;
  private final boolean mysql;

  /** The first string whose end depends on a setting, or -1. */
  private int doubtful = -1;

  private boolean unsafe;

  private DoubtfulQuotes(byte[] text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.mysql = dialect == Dialect.MYSQL;
  }

  /** Just after the opening quote of the string that is in doubt, or the end of the text. */
  public static int end(byte[] text, Dialect dialect) {
    DoubtfulQuotes quotes = new DoubtfulQuotes(text, dialect);
    int at = 0;
    while (at < text.length && !quotes.unsafe) {
      at = SPECIAL[text[at] & 0xff] ? quotes.next(at) : at + 1;
    }
    return quotes.unsafe ? quotes.doubtful + 1 : text.length;
  }

  /** Moves over a string, a name in quotes, a comment, or a byte of anything else. */
  private int next(int at) {
    return switch (text[at]) {
      case '\'' -> string(at, mysql || isEscapeString(at));
      case '"' -> mysql ? string(at, true) : ended(LiteralScanner.quoted(text, at, false));
      case '`' -> mysql ? ended(LiteralScanner.quoted(text, at, false)) : at + 1;
      case '$' -> mysql ? at + 1 : dollar(at);
      case '-', '#', '/' -> comment(at);
      default -> at + 1;
    };
  }

  /** PostgreSQL's {@code E'…'}, in which a backslash escapes whatever the setting is. */
  private boolean isEscapeString(int quote) {
    boolean prefix = quote > 0 && ByteClasses.fold(text[quote - 1]) == 'e';
    return prefix && !(quote > 1 && ByteClasses.isWord(text, quote - 2));
  }

  private int string(int start, boolean backslash) {
    int end = LiteralScanner.quoted(text, start, backslash);
    boolean setting = mysql || !backslash;
    if (setting && hasEscapedQuote(start, end < 0 ? text.length : end)) {
      doubtful = doubtful < 0 ? start : doubtful;
      unsafe = end > 0 && ByteClasses.isWord(text, end);
    }
    return ended(end);
  }

  private int ended(int end) {
    unsafe |= end < 0 && doubtful >= 0;
    return end < 0 ? text.length : end;
  }

  private int dollar(int at) {
    int end = LiteralScanner.dollarQuoted(text, at);
    return end == 0 ? at + 1 : ended(end);
  }

  private int comment(int at) {
    boolean code = mysql && text[at] == '/' && CommentScanner.codeBegin(text, at) != 0;
    if (code || !CommentScanner.beginsAt(text, at, dialect)) {
      return at + 1;
    }
    int end = CommentScanner.end(text, at, dialect);
    return end < 0 ? text.length : end;
  }

  /** Whether an odd number of backslashes stands before a quote like the first one. */
  private boolean hasEscapedQuote(int start, int end) {
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
