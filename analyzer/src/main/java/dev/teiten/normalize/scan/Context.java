package dev.teiten.normalize.scan;

/**
 * What stood before a token: a sign, a question mark or a number means one thing or another by it.
 */
final class Context {
  private int previous;
  private int previousRoles;
  private int beforePrevious;

  void reset() {
    previous = Kind.END;
    previousRoles = 0;
    beforePrevious = Kind.END;
  }

  void follow(int kind, int roles) {
    beforePrevious = previous;
    previous = kind;
    previousRoles = roles;
  }

  boolean afterName() {
    return Kind.isName(previous);
  }

  /** Where no word is a keyword: {@code a.limit}, {@code @@sql_mode}. */
  boolean afterNamePrefix() {
    return afterNameDot() || previous == Kind.SYSTEM_VARIABLE;
  }

  // After another dot a number is a literal: "= . 5".
  boolean afterNameDot() {
    return previous == Kind.DOT && Kind.isName(beforePrevious);
  }

  boolean afterFetch() {
    return previous == Kind.WORD && (previousRoles & Role.FETCH) != 0;
  }

  boolean afterType() {
    return previous == Kind.WORD && (previousRoles & Role.TYPE) != 0;
  }

  boolean afterOperand() {
    return switch (previous) {
      case Kind.WORD -> (previousRoles & (Role.EXPRESSION | Role.OFFSET)) == 0;
      case Kind.QUOTED, Kind.LITERAL, Kind.LITERALS, Kind.ELLIPSIS -> true;
      case Kind.CLOSE, Kind.CLOSE_BRACKET, Kind.USER_VARIABLE -> true;
      default -> false;
    };
  }
}
