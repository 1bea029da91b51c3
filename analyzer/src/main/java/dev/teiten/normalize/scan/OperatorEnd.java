package dev.teiten.normalize.scan;

/** Finds the ends of operators. */
final class OperatorEnd {
  private OperatorEnd() {}

  static int of(byte[] text, int at, Dialect dialect) {
    return dialect == Dialect.MYSQL ? mysql(text, at) : postgresql(text, at);
  }

  private static int mysql(byte[] text, int at) {
    int second = ByteClasses.at(text, at + 1);
    int third = ByteClasses.at(text, at + 2);
    return switch (text[at]) {
      case '<' ->
          second == '='
              ? (third == '>' ? at + 3 : at + 2)
              : second == '>' || second == '<' ? at + 2 : at + 1;
      case '>' -> second == '=' || second == '>' ? at + 2 : at + 1;
      case '!' -> second == '=' ? at + 2 : at + 1;
      case '|' -> second == '|' ? at + 2 : at + 1;
      case '&' -> second == '&' ? at + 2 : at + 1;
      case '-' -> second == '>' ? (third == '>' ? at + 3 : at + 2) : at + 1;
      default -> at + 1;
    };
  }

  /**
   * The longest run of operator characters; a run of more than one ends in a sign only if it has
   * one of {@code ~ ! @ # % ^ & | ` ?}.
   *
   * @see <a
   *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS">
   *     PostgreSQL: operators</a>
   */
  private static int postgresql(byte[] text, int at) {
    int i = at;
    boolean special = false;
    while (ByteClasses.isOperator(text, i)
        && text[i] != '?'
        && !CommentScanner.beginsAt(text, i, Dialect.POSTGRESQL)
        && !isParameter(text, at, i)) {
      special |= "~!@#%^&|`".indexOf(text[i]) >= 0;
      i++;
    }
    while (i > at + 1 && !special && (text[i - 1] == '-' || text[i - 1] == '+')) {
      i--;
    }
    return Math.max(i, at + 1);
  }

  /** Whether a placeholder follows an operator, as in {@code a=%s} and {@code a=@p1}. */
  private static boolean isParameter(byte[] text, int from, int at) {
    if (at == from || "=>+*/|".indexOf(text[at - 1]) < 0) {
      return false;
    }
    int next = ByteClasses.at(text, at + 1);
    return text[at] == '@'
        ? ByteClasses.isWord(text, at + 1)
        : text[at] == '%' && (next == 's' || next == 'd' || next == '(');
  }
}
