package dev.teiten.normalize.scan;

/**
 * Skips lists of plain literals and rows of them, which most bytes of a busy server's texts are. It
 * skips only what the rules would fold, and stops before anything else.
 */
final class LiteralRuns {
  private LiteralRuns() {}

  /**
   * The end of the literals that follow a literal after commas.
   *
   * @param at just after the first of them; comes back if none follows
   */
  static int list(byte[] text, int at, Dialect dialect) {
    int last = at;
    int next = at;
    while (next > 0) {
      last = ByteClasses.isDigit(text, next - 1) ? numbers(text, next) : next;
      next =
          ByteClasses.at(text, last) == ',' ? literal(text, skipBlank(text, last + 1), dialect) : 0;
    }
    return last;
  }

  /**
   * Moves from the end of a number over whole numbers after commas, eight bytes at a time: digits,
   * commas just after a digit and single spaces just after a comma, whatever number they belong to.
   *
   * @return just before a comma or a closing parenthesis, or the same place
   */
  private static int numbers(byte[] text, int from) {
    int at = from;
    long digitBefore = EightBytes.FIRST;
    long commaBefore = 0;
    while (at < text.length) {
      long bytes = EightBytes.at(text, at);
      long digits = EightBytes.digitMarks(bytes);
      long commas = EightBytes.marks(bytes, ',');
      long expected =
          digits
              | (commas & (digits << 8 | digitBefore))
              | (EightBytes.marks(bytes, ' ') & (commas << 8 | commaBefore));
      int length = EightBytes.leading(expected);
      if (length < Long.BYTES) {
        at += length;
        break;
      }
      digitBefore = digits >>> 56;
      commaBefore = commas >>> 56;
      at += Long.BYTES;
    }
    if (ByteClasses.at(text, at) == ')' && ByteClasses.isDigit(text, at - 1)) {
      return at;
    }
    // Something else may belong to the last number.
    while (at > from && !(ByteClasses.at(text, at) == ',' && ByteClasses.isDigit(text, at - 1))) {
      at--;
    }
    return at;
  }

  /**
   * The end of the rows of literals that follow a row of literals after commas.
   *
   * @param at just after the parenthesis of the first of them; comes back if none follows
   * @param several whether a row has more than one literal
   */
  static int rows(byte[] text, int at, boolean several, Dialect dialect) {
    int last = at;
    int next = at;
    while (next > 0) {
      last = next;
      next = ByteClasses.at(text, last) == ',' ? row(text, last + 1, several, dialect) : 0;
    }
    return last;
  }

  private static int row(byte[] text, int at, boolean several, Dialect dialect) {
    int open = skipBlank(text, at);
    if (ByteClasses.at(text, open) != '(') {
      return 0;
    }
    int first = literal(text, open + 1, dialect);
    if (first == 0) {
      return 0;
    }
    int last = list(text, first, dialect);
    return ByteClasses.at(text, last) == ')' && (last > first) == several ? last + 1 : 0;
  }

  private static int skipBlank(byte[] text, int at) {
    int i = at;
    while (ByteClasses.at(text, i) == ' ' || ByteClasses.at(text, i) == '\n') {
      i++;
    }
    return i;
  }

  /** The end of a string or of a number without a sign; 0 for everything else. */
  private static int literal(byte[] text, int at, Dialect dialect) {
    boolean mysql = dialect == Dialect.MYSQL;
    int first = ByteClasses.at(text, at);
    if (first == '\'' || (first == '"' && mysql)) {
      int end = Math.max(LiteralScanner.quoted(text, at, mysql), 0);
      // Before a dot it may be a name in double quotes.
      return first == '"' && ByteClasses.at(text, end) == '.' ? 0 : end;
    }
    boolean number = first >= '0' && first <= '9';
    return number ? Math.max(NumberScanner.end(text, at, dialect), 0) : 0;
  }
}
