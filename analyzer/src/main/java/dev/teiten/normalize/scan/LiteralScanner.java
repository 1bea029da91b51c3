package dev.teiten.normalize.scan;

import java.util.Arrays;

/**
 * Finds the ends of quoted literals; for numbers see {@link NumberScanner}. A negative end, {@code
 * ~end}, says that the text was cut inside.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/literals.html">MySQL: literal values</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL:
 *     lexical structure</a>
 */
final class LiteralScanner {
  private LiteralScanner() {}

  /**
   * The end of what is quoted; a doubled quote stands for itself.
   *
   * @param at the place of the opening quote
   * @return just after the closing quote, or {@code ~text.length} if there is none
   */
  static int quoted(byte[] text, int at, boolean backslash) {
    byte quote = text[at];
    int escape = backslash ? '\\' : quote;
    int i = at + 1;
    while (i < text.length) {
      int before = EightBytes.before(EightBytes.at(text, i), quote, escape);
      if (before == Long.BYTES) {
        i += Long.BYTES;
      } else if (text[i + before] == quote && ByteClasses.at(text, i + before + 1) != quote) {
        return i + before + 1;
      } else {
        i += before + 2;
      }
    }
    return ~text.length;
  }

  /**
   * PostgreSQL's {@code $tag$ … $tag$}.
   *
   * @return its end, {@code ~text.length} if it is cut, also in its tag, 0 if no such literal
   *     begins here
   */
  static int dollarQuoted(byte[] text, int at) {
    int tag = at + 1;
    while (ByteClasses.isWord(text, tag) && text[tag] != '$') {
      tag++;
    }
    if (ByteClasses.isDigit(text, at + 1)) {
      return 0;
    }
    if (ByteClasses.at(text, tag) != '$') {
      return tag == text.length ? ~tag : 0;
    }
    int length = tag + 1 - at;
    for (int i = tag + 1; i + length <= text.length; i++) {
      if (text[i] == '$' && same(text, at, i, length)) {
        return i + length;
      }
    }
    return ~text.length;
  }

  static boolean hasBackslash(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  private static boolean same(byte[] text, int a, int b, int length) {
    for (int i = 0; i < length; i++) {
      if (text[a + i] != text[b + i]) {
        return false;
      }
    }
    return true;
  }

  /** {@code $1}, or PostgreSQL's dollar quotes; 0 if it is the first letter of a name. */
  private static int dollar(byte[] text, int at, Dialect dialect) {
    int i = at + 1;
    while (ByteClasses.isDigit(text, i)) {
      i++;
    }
    if (i > at + 1 && !ByteClasses.isWord(text, i)) {
      return i;
    }
    return dialect == Dialect.MYSQL ? 0 : dollarQuoted(text, at);
  }

  /** Whether {@code $1}, which MySQL prints as a name in its digest's text, ends before a quote. */
  static boolean isParameter(byte[] text, int at, int end) {
    return end > at + 2 && text[at] == '$' && dollar(text, at, Dialect.MYSQL) == end - 1;
  }

  /** {@code $1}, {@code X'4D'}, {@code N'x'}, {@code E'\n'}, {@code U&'x'}: the end, or 0. */
  static int prefixed(byte[] text, int at, Dialect dialect) {
    boolean mysql = dialect == Dialect.MYSQL;
    if (text[at] == '$') {
      return dollar(text, at, dialect);
    }
    int next = ByteClasses.at(text, at + 1);
    int letter = ByteClasses.fold(text[at]);
    if (next == '\'') {
      boolean prefix = letter == 'x' || letter == 'b' || letter == 'n';
      if (prefix || (letter == 'e' && !mysql)) {
        return quoted(text, at + 1, mysql ? letter == 'n' : letter == 'e');
      }
    }
    boolean unicode = letter == 'u' && next == '&' && !mysql;
    return unicode && ByteClasses.at(text, at + 2) == '\'' ? quoted(text, at + 2, false) : 0;
  }

  /** The inside of a quoted name without doubled quotes; the text itself if it has none. */
  static byte[] undoubled(byte[] text, int from, int to) {
    byte quote = text[from - 1];
    int i = from;
    while (i < to && text[i] != quote) {
      i++;
    }
    if (i >= to) {
      return text;
    }
    byte[] name = new byte[to - from];
    int length = 0;
    for (i = from; i < to; i++) {
      name[length++] = text[i];
      if (text[i] == quote) {
        i++;
      }
    }
    return Arrays.copyOf(name, length);
  }
}
