package dev.teiten.normalize;

/**
 * One pass over a text, one token at a time and without an allocation. It never fails: what is no
 * SQL comes out as words and operators.
 */
final class Lexer {
  final byte[] text;
  final Dialect dialect;

  /** The token at hand: its place, the hash of what it says, and its roles if it is a keyword. */
  int start;

  int end;
  long hash1;
  long hash2;
  int roles;

  /** Whether the text ends inside of the token, or of a comment. */
  boolean cut;

  private final Keywords keywords;
  private final Operators operators;
  private final boolean mysql;

  private int position;
  private int previous = Kind.END;
  private boolean afterOperand;
  private boolean afterType;
  private boolean afterNameDot;
  private boolean inCode;
  private int controls;

  Lexer(byte[] text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.mysql = dialect == Dialect.MYSQL;
    this.keywords = Keywords.of(dialect);
    this.operators = new Operators(text, dialect);
  }

  /** Moves to the next token. */
  int next() {
    int kind = scan();
    if (kind != Kind.COMMENT) {
      afterType = kind == Kind.WORD && (roles & Keywords.TYPE) != 0;
      afterOperand =
          switch (kind) {
            case Kind.WORD -> (roles & (Keywords.EXPRESSION | Keywords.OFFSET)) == 0;
            case Kind.QUOTED, Kind.LITERAL, Kind.LITERALS, Kind.ELLIPSIS -> true;
            case Kind.CLOSE, Kind.CLOSE_BRACKET, Kind.USER_VARIABLE -> true;
            default -> false;
          };
      // After another dot a number is a literal: "= . 5".
      afterNameDot = kind == Kind.DOT && Kind.isName(previous);
      previous = kind;
    }
    return kind;
  }

  /** Whether so many control characters stood outside of literals that this cannot be SQL. */
  boolean binary() {
    return controls > 4 && controls > text.length / 16;
  }

  private int scan() {
    roles = 0;
    while (position < text.length) {
      start = position;
      byte b = text[position];
      switch (Bytes.classAt(text, position)) {
        case Bytes.SPACE -> space(b);
        case Bytes.LETTER -> {
          return word();
        }
        case Bytes.DIGIT -> {
          return number();
        }
        case Bytes.QUOTE -> {
          return quoted(b);
        }
        case Bytes.PUNCTUATION -> {
          if (b != '(' || !charsetMark()) {
            return punctuation(b);
          }
        }
        default -> {
          int kind = operator(b);
          if (kind != Kind.END) {
            return kind;
          }
        }
      }
    }
    cut |= inCode;
    start = position;
    return Kind.END;
  }

  private void space(byte b) {
    if (b != ' ' && (b < '\t' || b > '\r')) {
      controls++;
    }
    position++;
  }

  private int ended(int kind, int at) {
    if (at < 0) {
      cut = true;
      position = ~at;
    } else {
      position = at;
    }
    end = position;
    return kind;
  }

  private int word() {
    if (text[position] == '$') {
      int dollar = dollar();
      if (dollar != 0) {
        return ended(Kind.LITERAL, dollar);
      }
    }
    int prefixed = prefixed();
    if (prefixed != 0) {
      return ended(Kind.LITERAL, prefixed);
    }
    return plainWord();
  }

  private int plainWord() {
    // The loop that most of the time goes to: locals only.
    byte[] bytes = text;
    byte[] fold = Bytes.FOLD;
    long a = Hash128.SEED_1;
    long b = Hash128.SEED_2;
    int i = position;
    for (; i < bytes.length; i++) {
      int folded = fold[bytes[i] & 0xff];
      if (folded == 0) {
        break;
      }
      a = (a ^ (folded & 0xff)) * Hash128.PRIME_1;
      b = (b + (folded & 0xff)) * Hash128.PRIME_2;
    }
    if (Bytes.at(text, i) == '?' && text[i - 1] == '_') {
      // What the rule for shards printed: logs_?
      a = Hash128.step1(a, '?');
      b = Hash128.step2(b, '?');
      i++;
    }
    hash1 = a;
    hash2 = b;
    boolean name = afterNameDot || previous == Kind.SYSTEM_VARIABLE;
    roles = name ? 0 : keywords.roles(a, i - start);
    return ended(Kind.WORD, i);
  }

  /** {@code $1}, or PostgreSQL's dollar quotes; 0 if it is the first letter of a name. */
  private int dollar() {
    int i = position + 1;
    while (Bytes.isDigit(text, i)) {
      i++;
    }
    if (i > position + 1 && !Bytes.isWord(text, i)) {
      return i;
    }
    return mysql ? 0 : Literals.dollarQuoted(text, position);
  }

  /** {@code X'4D'}, {@code N'x'}, {@code E'\n'}, {@code U&'x'}: the end, or 0. */
  private int prefixed() {
    int next = Bytes.at(text, position + 1);
    int letter = Bytes.fold(text[position]);
    if (next == '\'') {
      boolean known = letter == 'x' || letter == 'b' || letter == 'n';
      if (known || (letter == 'e' && !mysql)) {
        return Literals.quoted(text, position + 1, mysql ? letter == 'n' : letter == 'e');
      }
    }
    boolean unicode = letter == 'u' && next == '&' && !mysql;
    return unicode && Bytes.at(text, position + 2) == '\''
        ? Literals.quoted(text, position + 2, false)
        : 0;
  }

  private int number() {
    int at = afterNameDot ? 0 : Literals.number(text, position, dialect);
    return at == 0 ? plainWord() : ended(Kind.LITERAL, at);
  }

  private int quoted(byte quote) {
    boolean name = quote == '`' ? mysql : quote == '"' && !mysql;
    if (quote == '`' && !mysql) {
      return ended(Kind.OPERATOR, hashOperator(position + 1));
    }
    int at = Literals.quoted(text, position, mysql && !name);
    if (!name) {
      return ended(Kind.LITERAL, at);
    }
    int kind = ended(Kind.QUOTED, at);
    hashName(quote, mysql, at < 0 ? end : end - 1);
    return kind;
  }

  private void hashName(byte quote, boolean fold, int last) {
    hash1 = Hash128.SEED_1;
    hash2 = Hash128.SEED_2;
    for (int i = start + 1; i < last; i++) {
      byte b = text[i];
      int folded = fold && b >= 'A' && b <= 'Z' ? b + 32 : b;
      hash1 = Hash128.step1(hash1, folded);
      hash2 = Hash128.step2(hash2, folded);
      if (b == quote) {
        i++;
      }
    }
  }

  // MySQL prints an introducer such as _utf8mb4 in its digest's text as (_charset).
  private boolean charsetMark() {
    String mark = "(_charset)";
    for (int i = 0; i < mark.length(); i++) {
      if (Bytes.at(text, position + i) != mark.charAt(i)) {
        return false;
      }
    }
    position += mark.length();
    return true;
  }

  private int punctuation(byte b) {
    switch (b) {
      case '(':
        return ended(Kind.OPEN, position + 1);
      case ')':
        return ended(Kind.CLOSE, position + 1);
      case '[':
        return ended(Kind.OPEN_BRACKET, position + 1);
      case ']':
        return ended(Kind.CLOSE_BRACKET, position + 1);
      case ',':
        return ended(Kind.COMMA, position + 1);
      case ';':
        return ended(Kind.SEMICOLON, position + 1);
      case '.':
        return dot();
      default:
        return ended(Kind.OPERATOR, hashOperator(position + 1));
    }
  }

  private int dot() {
    if (Bytes.at(text, position + 1) == '.' && Bytes.at(text, position + 2) == '.') {
      return ended(Kind.ELLIPSIS, position + 3);
    }
    boolean joined = Kind.isName(previous) && end == position;
    if (!joined && Bytes.isDigit(text, position + 1)) {
      return ended(Kind.LITERAL, Literals.number(text, position, dialect));
    }
    return ended(Kind.DOT, position + 1);
  }

  /** The kind, or {@code END} where nothing stands here after all. */
  private int operator(byte b) {
    if (mysql && b == '/') {
      int code = Comments.codeBegin(text, position);
      if (code != 0) {
        inCode = true;
        position = code;
        return Kind.END;
      }
    }
    if (inCode && b == '*' && Bytes.at(text, position + 1) == '/') {
      inCode = false;
      position += 2;
      return Kind.END;
    }
    if (Comments.beginsAt(text, position, dialect)) {
      return ended(Kind.COMMENT, Comments.end(text, position, dialect));
    }
    int kind = operators.scan(position, afterOperand, afterType);
    return ended(kind, kind == Kind.OPERATOR ? hashOperator(operators.end) : operators.end);
  }

  private int hashOperator(int to) {
    hash1 = Hash128.SEED_1;
    hash2 = Hash128.SEED_2;
    // <> is another spelling of != in both dialects.
    boolean unequal = to == position + 2 && text[position] == '<' && text[position + 1] == '>';
    for (int i = position; i < to; i++) {
      int b = unequal ? "!=".charAt(i - position) : text[i];
      hash1 = Hash128.step1(hash1, b);
      hash2 = Hash128.step2(hash2, b);
    }
    return to;
  }
}
