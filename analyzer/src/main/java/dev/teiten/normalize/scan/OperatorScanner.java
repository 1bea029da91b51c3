package dev.teiten.normalize.scan;

/**
 * Operators, and the placeholders that begin like one: {@code ?}, {@code :name}, {@code %s}, {@code
 * @p1}. The token before decides between the two.
 */
final class OperatorScanner {
  /** Just after the operator or placeholder; {@code ~length} if the text ends inside. */
  int end;

  private final NameHash hash = new NameHash();
  private byte[] text;
  private final Dialect dialect;
  private final boolean mysql;
  private final KeywordTable keywords;

  OperatorScanner(Dialect dialect) {
    this.text = new byte[0];
    this.dialect = dialect;
    this.mysql = dialect == Dialect.MYSQL;
    this.keywords = KeywordLists.of(dialect);
  }

  void reset(byte[] other) {
    text = other;
  }

  int scan(int at, boolean afterOperand, boolean afterType) {
    return switch (text[at]) {
      case '?' -> question(at, afterOperand && !afterType);
      case ':' -> colon(at, afterOperand);
      case '%' -> percent(at, afterOperand);
      case '@' -> mysql ? variable(at) : sign(at, afterOperand);
      case '~' ->
          ByteClasses.skipSpace(text, at + 1) == text.length
              ? to(TokenKind.CUT, text.length)
              : run(at);
      case '\\' ->
          ByteClasses.at(text, at + 1) == 'N' && mysql ? to(TokenKind.LITERAL, at + 2) : run(at);
      default -> run(at);
    };
  }

  /**
   * @param joined whether a name ends just before the dot
   */
  int dot(int at, boolean joined) {
    if (ByteClasses.at(text, at + 1) == '.' && ByteClasses.at(text, at + 2) == '.') {
      return to(TokenKind.ELLIPSIS, at + 3);
    }
    boolean number = !joined && ByteClasses.isDigit(text, at + 1);
    return number
        ? to(TokenKind.LITERAL, NumberScanner.end(text, at, dialect))
        : to(TokenKind.DOT, at + 1);
  }

  private int to(int kind, int place) {
    end = place;
    return kind;
  }

  private int question(int at, boolean afterOperand) {
    int next = ByteClasses.at(text, at + 1);
    if (!mysql && afterOperand) {
      // PostgreSQL's JSON operators ?, ?| and ?&.
      return to(TokenKind.OPERATOR, next == '|' || next == '&' ? at + 2 : at + 1);
    }
    return next == '+' && !operandAt(at + 2)
        ? to(TokenKind.LITERALS, at + 2)
        : to(TokenKind.LITERAL, at + 1);
  }

  /** Whether an operand follows, so that the sign before is an operator and not our {@code ?+}. */
  private boolean operandAt(int from) {
    int at = ByteClasses.skipSpace(text, from);
    if (at >= text.length) {
      return false;
    }
    if (ByteClasses.classAt(text, at) != ByteClasses.LETTER) {
      boolean cutMark = text[at] == '~' && ByteClasses.skipSpace(text, at + 1) == text.length;
      return !cutMark && "),];}=<>|&^*/%.\\".indexOf(text[at]) < 0;
    }
    int length = hash.word(text, at) - at;
    return (keywords.roles(hash.first, length) & KeywordRole.AFTER) == 0;
  }

  private int colon(int at, boolean afterOperand) {
    int next = ByteClasses.at(text, at + 1);
    if (next == ':' || next == '=') {
      return to(TokenKind.OPERATOR, at + 2);
    }
    boolean name = ByteClasses.isWord(text, at + 1) && !afterOperand;
    return name ? to(TokenKind.LITERAL, wordEnd(at + 1)) : to(TokenKind.OPERATOR, at + 1);
  }

  private int percent(int at, boolean afterOperand) {
    int next = ByteClasses.at(text, at + 1);
    if (!afterOperand && (next == 's' || next == 'd') && !ByteClasses.isWord(text, at + 2)) {
      return to(TokenKind.LITERAL, at + 2);
    }
    return !afterOperand && next == '(' ? namedPercent(at) : run(at);
  }

  /** {@code %(name)s}; the text may end inside. */
  private int namedPercent(int at) {
    int close = wordEnd(at + 2);
    boolean closed = ByteClasses.at(text, close) == ')';
    if (close == text.length || (closed && close + 1 == text.length)) {
      return to(TokenKind.LITERAL, ~text.length);
    }
    return closed && text[close + 1] == 's' ? to(TokenKind.LITERAL, close + 2) : run(at);
  }

  private int variable(int at) {
    int next = ByteClasses.at(text, at + 1);
    if (next == '@') {
      return to(TokenKind.SYSTEM_VARIABLE, at + 2);
    }
    if (next == '\'' || next == '"' || next == '`') {
      return to(TokenKind.USER_VARIABLE, LiteralScanner.quoted(text, at + 1, next != '`'));
    }
    int last = next == '?' ? at + 2 : wordEnd(at + 1);
    return to(TokenKind.USER_VARIABLE, last);
  }

  // PostgreSQL has no user variables: @name comes from a driver, @ 5 and a @> b are operators.
  private int sign(int at, boolean afterOperand) {
    boolean name = !afterOperand && ByteClasses.isWord(text, at + 1);
    if (name) {
      return to(TokenKind.LITERAL, wordEnd(at + 1));
    }
    boolean path = afterOperand && ByteClasses.at(text, at + 1) == '?';
    return path ? to(TokenKind.OPERATOR, at + 2) : run(at);
  }

  private int wordEnd(int from) {
    int i = from;
    while (ByteClasses.isWord(text, i) || (i > from && ByteClasses.at(text, i) == '.' && mysql)) {
      i++;
    }
    return i;
  }

  private int run(int at) {
    return to(TokenKind.OPERATOR, OperatorEnd.of(text, at, dialect));
  }
}
