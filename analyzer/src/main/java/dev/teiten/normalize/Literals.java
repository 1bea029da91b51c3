package dev.teiten.normalize;

import java.util.Arrays;

/**
 * Where quoted things and numbers end. An end beyond the text, {@code ~end}, says that the text was
 * cut inside.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/literals.html">MySQL: literal values</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL:
 *     lexical structure</a>
 */
final class Literals {
  private Literals() {}

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
      i += before;
      if (before < Long.BYTES) {
        if (text[i] == quote && Bytes.at(text, i + 1) != quote) {
          return i + 1;
        }
        i += 2;
      }
    }
    return ~text.length;
  }

  /** The end of digits that nothing follows that may belong to them, or 0. */
  private static int plainNumber(byte[] text, int at) {
    int end = at;
    int digits;
    do {
      digits = EightBytes.digits(EightBytes.at(text, end));
      end += digits;
    } while (digits == Long.BYTES);
    int after = Bytes.at(text, end);
    boolean plain = after != '.' && Bytes.fold((byte) after) == 0;
    return plain && end > at ? end : 0;
  }

  /**
   * PostgreSQL's {@code $tag$ … $tag$}.
   *
   * @return its end, {@code ~text.length} if it is cut, also in its tag, 0 if no such literal
   *     begins here
   */
  static int dollarQuoted(byte[] text, int at) {
    int tag = at + 1;
    while (Bytes.isWord(text, tag) && text[tag] != '$') {
      tag++;
    }
    if (Bytes.isDigit(text, at + 1)) {
      return 0;
    }
    if (Bytes.at(text, tag) != '$') {
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
    while (Bytes.isDigit(text, i)) {
      i++;
    }
    if (i > at + 1 && !Bytes.isWord(text, i)) {
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
    int next = Bytes.at(text, at + 1);
    int letter = Bytes.fold(text[at]);
    if (next == '\'') {
      boolean known = letter == 'x' || letter == 'b' || letter == 'n';
      if (known || (letter == 'e' && !mysql)) {
        return quoted(text, at + 1, mysql ? letter == 'n' : letter == 'e');
      }
    }
    boolean unicode = letter == 'u' && next == '&' && !mysql;
    return unicode && Bytes.at(text, at + 2) == '\'' ? quoted(text, at + 2, false) : 0;
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

  /**
   * The end of a number that begins at a digit, or at a dot before a digit.
   *
   * @return its end, or 0 if it is a word: MySQL lets a name begin with digits
   */
  static int number(byte[] text, int at, Dialect dialect) {
    int plain = plainNumber(text, at);
    return plain == 0 ? anyNumber(text, at, dialect) : plain;
  }

  private static int anyNumber(byte[] text, int at, Dialect dialect) {
    boolean mysql = dialect == Dialect.MYSQL;
    int radix = radix(text, at, mysql);
    int end = radix == 0 ? decimal(text, at, mysql) : radix;
    // With a dot or an exponent a number ends where it ends: 1e5x is 1e5 and x.
    boolean digits = radix != 0 || end == digits(text, at, mysql);
    if (!mysql || !digits || !Bytes.isWord(text, end)) {
      return end;
    }
    return isCutExponent(text, end) ? ~text.length : 0;
  }

  /** A text that ends in 7041e or 7041e-: rather a number that was cut than a name. */
  private static boolean isCutExponent(byte[] text, int at) {
    int sign = Bytes.at(text, at + 1);
    int end = sign == '-' || sign == '+' ? at + 2 : at + 1;
    return end == text.length && Bytes.fold(text[at]) == 'e';
  }

  /** {@code 0xFF} and {@code 0b01}; in MySQL {@code 0XFF} and {@code 0o7} are names. */
  private static int radix(byte[] text, int at, boolean mysql) {
    int letter = Bytes.at(text, at + 1);
    int folded = mysql ? letter : Bytes.fold((byte) letter);
    boolean known = folded == 'x' || folded == 'b' || (folded == 'o' && !mysql);
    if (text[at] != '0' || !known || !isRadixDigit(text, at + 2, mysql, folded)) {
      return 0;
    }
    int i = at + 2;
    while (isRadixDigit(text, i, mysql, folded)) {
      i++;
    }
    return i;
  }

  // PostgreSQL 16 lets digits be grouped: 0xFF_FF. What is no digit there is no name either.
  private static boolean isRadixDigit(byte[] text, int at, boolean mysql, int letter) {
    if (mysql && letter == 'b') {
      return Bytes.at(text, at) == '0' || Bytes.at(text, at) == '1';
    }
    return Bytes.isHexDigit(text, at) || (!mysql && Bytes.at(text, at) == '_');
  }

  private static int decimal(byte[] text, int at, boolean mysql) {
    int i = digits(text, at, mysql);
    if (Bytes.at(text, i) == '.') {
      i = digits(text, i + 1, mysql);
    }
    if (Bytes.fold((byte) Bytes.at(text, i)) == 'e') {
      int sign = Bytes.at(text, i + 1);
      int exponent = sign == '+' || sign == '-' ? i + 2 : i + 1;
      if (Bytes.isDigit(text, exponent)) {
        i = digits(text, exponent, mysql);
      }
    }
    return i;
  }

  /** PostgreSQL lets digits be grouped: {@code 1_000}, a name to MySQL. */
  private static int digits(byte[] text, int at, boolean mysql) {
    int i = at;
    while (Bytes.isDigit(text, i)
        || (!mysql && Bytes.at(text, i) == '_' && Bytes.isDigit(text, i + 1))) {
      i++;
    }
    return i;
  }
}
