package dev.teiten.normalize.scan;

/** The two tokens before a token: they decide what a sign, a question mark or a number means. */
final class PrecedingTokens {
  private static final int NONE = -1;
  private static final long BY = NameHash.first("by");
  private static final long CAST = NameHash.first("::");

  private final boolean mysql;
  private int previous;
  private int previousRoles;
  private int beforePrevious;

  // ORDER BY and GROUP BY: how deep it stands below the current token, or none.
  private int depth;
  private int ordinalDepth;
  private long lastWord;
  private long lastOperator;

  PrecedingTokens(boolean mysql) {
    this.mysql = mysql;
  }

  void reset() {
    depth = 0;
    ordinalDepth = NONE;
    previous = TokenKind.END;
    previousRoles = 0;
    beforePrevious = TokenKind.END;
  }

  void follow(int kind, int roles) {
    beforePrevious = previous;
    previous = kind;
    previousRoles = roles;
    if (!mysql) {
      followOrdinals(kind);
    }
  }

  private void followOrdinals(int kind) {
    switch (kind) {
      case TokenKind.OPEN -> depth++;
      case TokenKind.CLOSE -> {
        depth = Math.max(0, depth - 1);
        ordinalDepth = ordinalDepth > depth ? NONE : ordinalDepth;
      }
      case TokenKind.SEMICOLON -> ordinalDepth = NONE;
      default -> {}
    }
  }

  /**
   * Before a word of PostgreSQL is followed: BY begins a list of columns, and a clause ends it.
   *
   * @return the roles that the word has in this place
   */
  int postgresqlWord(long hash, int keywordRoles) {
    int roles = afterFetch() ? keywordRoles | KeywordRole.TYPE : keywordRoles;
    roles = afterCast() ? roles & ~KeywordRole.TYPE : roles;
    lastWord = hash;
    if (hash == BY && roles != 0) {
      ordinalDepth = depth;
    } else if ((roles & (KeywordRole.CLAUSE | KeywordRole.QUERY)) != 0 && ordinalDepth == depth) {
      ordinalDepth = NONE;
    }
    return roles;
  }

  /** Before an operator is followed. */
  void operator(long hash) {
    lastOperator = hash;
  }

  /** Whether a type is the target of a cast, and no literal belongs to it. */
  private boolean afterCast() {
    return previous == TokenKind.OPERATOR && lastOperator == CAST;
  }

  /** Whether the current token belongs to a list of ORDER BY or GROUP BY. */
  boolean isOrdinalList() {
    return ordinalDepth == depth;
  }

  /** Whether a column of ORDER BY or GROUP BY may begin here. */
  boolean isOrdinalPlace() {
    boolean begins = previous == TokenKind.COMMA || (previous == TokenKind.WORD && lastWord == BY);
    return isOrdinalList() && begins;
  }

  boolean afterName() {
    return TokenKind.isName(previous);
  }

  /** Whether the next word cannot be a keyword: {@code a.limit}, {@code @@sql_mode}. */
  boolean afterNamePrefix() {
    return afterNameDot() || previous == TokenKind.SYSTEM_VARIABLE;
  }

  // After another dot a number is a literal: "= . 5".
  boolean afterNameDot() {
    return previous == TokenKind.DOT && TokenKind.isName(beforePrevious);
  }

  boolean afterFetch() {
    return previous == TokenKind.WORD && (previousRoles & KeywordRole.FETCH) != 0;
  }

  boolean afterType() {
    return TokenKind.isName(previous) && (previousRoles & KeywordRole.TYPE) != 0;
  }

  boolean afterOperand() {
    return switch (previous) {
      case TokenKind.WORD -> (previousRoles & (KeywordRole.EXPRESSION | KeywordRole.OFFSET)) == 0;
      case TokenKind.QUOTED, TokenKind.LITERAL, TokenKind.LITERALS, TokenKind.ELLIPSIS -> true;
      case TokenKind.CLOSE, TokenKind.CLOSE_BRACKET, TokenKind.USER_VARIABLE -> true;
      default -> false;
    };
  }
}
