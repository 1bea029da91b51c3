package dev.teiten.normalize.scan;

/**
 * Reads a text once, one token at a time and without an allocation. It never fails: text that is
 * not SQL comes out as words and operators.
 */
public final class Lexer extends CurrentToken {
  private static final long REPEAT = NameHash.first("…");

  private final PrecedingTokens context;
  private final IgnoredBytes ignored;
  private final KeywordTable keywords;
  private final OperatorScanner operators;
  private final boolean mysql;
  private final boolean lists;
  private final boolean ordinals;

  /** One token a literal. */
  public Lexer(byte[] text, Dialect dialect) {
    this(dialect, false, true);
    reset(text);
  }

  /**
   * @param lists whether literals that commas join are one token, which saves most of the work that
   *     long lists are
   * @param ordinals whether columns of ORDER BY by their number are no literals, in PostgreSQL
   */
  public Lexer(Dialect dialect, boolean lists, boolean ordinals) {
    super(dialect);
    this.ordinals = ordinals && dialect == Dialect.POSTGRESQL;
    this.lists = lists;
    this.mysql = dialect == Dialect.MYSQL;
    this.context = new PrecedingTokens(mysql);
    this.keywords = KeywordLists.of(dialect);
    this.operators = new OperatorScanner(dialect);
    this.ignored = new IgnoredBytes(dialect);
  }

  /** Begins with another text. */
  public void reset(byte[] other) {
    begin(other);
    operators.reset(other);
    context.reset();
    ignored.reset();
  }

  /** Moves to the next token. */
  public int next() {
    int kind = scan();
    if (kind != TokenKind.COMMENT) {
      context.follow(kind, roles);
    }
    return kind;
  }

  /**
   * Reads the string that the current token begins with as a name.
   *
   * @return false if it cannot be one
   */
  public boolean takeName() {
    boolean name = becomeName();
    if (name) {
      context.follow(TokenKind.QUOTED, 0);
    }
    return name;
  }

  /** Declares the current token a literal, so that no dot can follow it as a name. */
  public void wasLiteral() {
    context.follow(TokenKind.LITERAL, 0);
  }

  /** Whether too many control characters stood outside of literals for the text to be SQL. */
  public boolean binary() {
    return ignored.binary(text.length);
  }

  private int scan() {
    byte[] bytes = text;
    roles = 0;
    while (position < bytes.length) {
      if (bytes[position] == ' ') {
        position++;
      } else {
        start = position;
        int kind = token(bytes[start]);
        if (kind != TokenKind.END) {
          return kind;
        }
      }
    }
    cut |= ignored.inCode();
    start = position;
    return TokenKind.END;
  }

  private int token(byte b) {
    byte type = ByteClasses.typeOf(b);
    // What most tokens are, first: the branches that are taken most are the ones foreseen best.
    if (type == ByteClasses.LETTER) {
      return word(b);
    }
    if (type == ByteClasses.SINGLE) {
      return ended(ByteClasses.kind(b), start + 1);
    }
    return switch (type) {
      case ByteClasses.SPACE -> blank(ignored.space(text, start));
      case ByteClasses.DIGIT -> number();
      case ByteClasses.QUOTE -> quoted(b);
      case ByteClasses.DOT ->
          ended(operators.dot(start, context.afterName() && end == start), operators.end);
      default -> operator(b, ignored.mark(text, start));
    };
  }

  private int word(byte b) {
    int next = ByteClasses.at(text, position + 1);
    if (b == '$' || next == '\'' || next == '&') {
      int literal = LiteralScanner.prefixed(text, position, dialect);
      if (literal != 0) {
        return ended(TokenKind.LITERAL, literal);
      }
    }
    return plainWord();
  }

  private int plainWord() {
    int last = hash.word(text, start);
    roles = context.afterNamePrefix() ? 0 : keywords.roles(hash.first, last - start);
    if (!mysql) {
      roles = context.postgresqlWord(hash.first, roles);
    }
    boolean repeat = hash.first == REPEAT && !context.afterNamePrefix();
    return ended(repeat ? TokenKind.REPEAT : TokenKind.WORD, last);
  }

  private int number() {
    int at = context.afterNameDot() ? 0 : NumberScanner.end(text, position, dialect);
    boolean ordinal = ordinals && at > 0 && context.isOrdinalPlace();
    return at == 0 || (ordinal && NumberScanner.isOrdinal(text, start, at))
        ? plainWord()
        : literal(at);
  }

  private int quoted(byte quote) {
    boolean name = quote == '`' ? mysql : quote == '"' && !mysql;
    if (quote == '`' && !mysql) {
      hash.operator(text, position, position + 1);
      return ended(TokenKind.OPERATOR, position + 1);
    }
    int at = LiteralScanner.quoted(text, position, mysql && !name);
    if (!name || (mysql && LiteralScanner.isParameter(text, start + 1, at))) {
      return literal(at);
    }
    roles = !mysql && context.afterFetch() ? KeywordRole.TYPE : 0;
    ended(TokenKind.QUOTED, at);
    hash.quoted(text, start + 1, at < 0 ? end : end - 1, mysql);
    return TokenKind.QUOTED;
  }

  /** Reads a literal together with the plain literals that follow after commas. */
  private int literal(int first) {
    boolean list =
        lists
            && first > 0
            && (mysql || !(context.afterType() || (ordinals && context.isOrdinalList())));
    int last = list ? LiteralRuns.list(text, first, dialect) : first;
    return ended(last == first ? TokenKind.LITERAL : TokenKind.LITERALS, last);
  }

  /** Moves over the rows that repeat the row of literals just read. */
  public void skipRows(boolean several) {
    position = lists ? LiteralRuns.rows(text, position, several, dialect) : position;
    end = position;
  }

  /** Returns the kind, or {@code END} if the bytes mean nothing to the rules. */
  private int operator(byte b, int mark) {
    if (mark > start) {
      return blank(mark);
    }
    if (b == '(') {
      return ended(TokenKind.OPEN, start + 1);
    }
    if (CommentScanner.beginsAt(text, position, dialect)) {
      return ended(TokenKind.COMMENT, CommentScanner.end(text, position, dialect));
    }
    int kind = operators.scan(position, context.afterOperand(), context.afterType());
    if (kind == TokenKind.OPERATOR) {
      hash.operator(text, position, operators.end);
      context.operator(hash.first);
    }
    return ended(kind, operators.end);
  }
}
