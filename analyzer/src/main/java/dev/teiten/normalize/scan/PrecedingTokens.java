package dev.teiten.normalize.scan;

/** The two tokens before a token: they decide what a sign, a question mark or a number means. */
final class PrecedingTokens {
  private int previous;
  private int previousRoles;
  private int beforePrevious;

  void reset() {
    previous = TokenKind.END;
    previousRoles = 0;
    beforePrevious = TokenKind.END;
  }

  void follow(int kind, int roles) {
    beforePrevious = previous;
    previous = kind;
    previousRoles = roles;
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
    return previous == TokenKind.WORD && (previousRoles & KeywordRole.TYPE) != 0;
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
