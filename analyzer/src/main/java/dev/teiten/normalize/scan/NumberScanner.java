package dev.teiten.normalize.scan;

/**
 * Finds the ends of numbers. A negative end, {@code ~end}, says that the text was cut inside.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/number-literals.html">MySQL: numbers</a>
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS-NUMERIC">
 *     PostgreSQL: numbers</a>
 */
final class NumberScanner {
  static final int MOST_ORDINAL_DIGITS = 3;

  private NumberScanner() {}

  /**
   * The end of a number that begins at a digit, or at a dot before a digit.
   *
   * @return its end, or 0 if it is a word: MySQL lets a name begin with digits
   */
  static int end(byte[] text, int at, Dialect dialect) {
    int plain = plainNumber(text, at);
    return plain == 0 ? anyNumber(text, at, dialect) : plain;
  }

  private static int anyNumber(byte[] text, int at, Dialect dialect) {
    boolean mysql = dialect == Dialect.MYSQL;
    int radix = radix(text, at, mysql);
    int end = radix == 0 ? decimal(text, at, mysql) : radix;
    // With a dot or an exponent a number ends where it ends: 1e5x is 1e5 and x.
    boolean digits = radix != 0 || end == digits(text, at, mysql);
    if (!mysql || !digits || !ByteClasses.isWord(text, end)) {
      return end;
    }
    return isCutExponent(text, end) ? ~text.length : 0;
  }

  /** A text that ends in 7041e or 7041e-: rather a number that was cut than a name. */
  private static boolean isCutExponent(byte[] text, int at) {
    int sign = ByteClasses.at(text, at + 1);
    int end = sign == '-' || sign == '+' ? at + 2 : at + 1;
    return end == text.length && ByteClasses.fold(text[at]) == 'e';
  }

  /** {@code 0xFF} and {@code 0b01}; in MySQL {@code 0XFF} and {@code 0o7} are names. */
  private static int radix(byte[] text, int at, boolean mysql) {
    int letter = ByteClasses.at(text, at + 1);
    int folded = mysql ? letter : ByteClasses.fold((byte) letter);
    boolean prefixed = folded == 'x' || folded == 'b' || (folded == 'o' && !mysql);
    if (text[at] != '0' || !prefixed || !isRadixDigit(text, at + 2, mysql, folded)) {
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
      return ByteClasses.at(text, at) == '0' || ByteClasses.at(text, at) == '1';
    }
    return ByteClasses.isHexDigit(text, at) || (!mysql && ByteClasses.at(text, at) == '_');
  }

  private static int decimal(byte[] text, int at, boolean mysql) {
    int i = digits(text, at, mysql);
    if (ByteClasses.at(text, i) == '.') {
      i = digits(text, i + 1, mysql);
    }
    if (ByteClasses.fold((byte) ByteClasses.at(text, i)) == 'e') {
      int sign = ByteClasses.at(text, i + 1);
      int exponent = sign == '+' || sign == '-' ? i + 2 : i + 1;
      if (ByteClasses.isDigit(text, exponent)) {
        i = digits(text, exponent, mysql);
      }
    }
    return i;
  }

  /** PostgreSQL lets digits be grouped: {@code 1_000}, a name to MySQL. */
  private static int digits(byte[] text, int at, boolean mysql) {
    int i = at;
    while (ByteClasses.isDigit(text, i)
        || (!mysql && ByteClasses.at(text, i) == '_' && ByteClasses.isDigit(text, i + 1))) {
      i++;
    }
    return i;
  }

  /**
   * Whether a number alone between commas is the place of a column, in PostgreSQL's ORDER BY.
   *
   * @param end where it ends
   */
  static boolean isOrdinal(byte[] text, int start, int end) {
    boolean whole = end - start <= MOST_ORDINAL_DIGITS;
    for (int i = start; i < end; i++) {
      whole &= ByteClasses.isDigit(text, i);
    }
    int after = CommentScanner.skip(text, end, Dialect.POSTGRESQL);
    boolean alone =
        after >= text.length
            || ",);~".indexOf(text[after]) >= 0
            || (ByteClasses.classAt(text, after) == ByteClasses.LETTER && text[after] != '$');
    return whole && alone && (after > end || !ByteClasses.isWord(text, end));
  }

  /** The end of digits that nothing follows that may belong to them, or 0. */
  private static int plainNumber(byte[] text, int at) {
    int end = at;
    int digits;
    do {
      digits = EightBytes.digits(EightBytes.at(text, end));
      end += digits;
    } while (digits == Long.BYTES);
    int after = ByteClasses.at(text, end);
    boolean plain = after != '.' && ByteClasses.fold((byte) after) == 0;
    return plain && end > at ? end : 0;
  }
}
