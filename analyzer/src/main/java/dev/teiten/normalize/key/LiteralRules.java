package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.Kind;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.Role;
import dev.teiten.normalize.scan.Tokens;

/** The rules for literals: signs, adjacent strings, lists, LIMIT, and when NULL is one. */
final class LiteralRules {
  private final Tokens tokens;
  private final Lexer lexer;

  LiteralRules(Tokens tokens, Lexer lexer) {
    this.tokens = tokens;
    this.lexer = lexer;
  }

  private int last() {
    return tokens.size - 1;
  }

  /** Takes the literal at hand; {@code list} if it stands for several. */
  void add(boolean list) {
    int at = last();
    if (at > 0 && tokens.kind[at] == Kind.COMMA && tokens.isLiteral(at - 1) && !isLimit(at - 2)) {
      // The way of long lists.
      tokens.size = at - 1;
      tokens.add(Kind.LITERALS, lexer);
      return;
    }
    if (tokens.has(last(), Role.CHARSET)) {
      tokens.size--;
    }
    dropSigns();
    boolean many = list;
    if (tokens.isLiteral(last())) {
      // 'a' 'b' is one string.
      many |= tokens.is(last(), Kind.LITERALS);
      tokens.size--;
    } else if (tokens.is(last(), Kind.COMMA) && tokens.isLiteral(last() - 1)) {
      tokens.size -= 2;
      many = true;
    } else if (tokens.is(last(), Kind.COMMA) && tokens.is(last() - 1, Kind.USER_VARIABLE)) {
      // MySQL's digest of f(@a, 1) is that of f(@a, 1, 2).
      many = true;
    }
    if (limit()) {
      many = false;
    }
    tokens.add(many ? Kind.LITERALS : Kind.LITERAL, lexer);
  }

  private boolean isLimit(int at) {
    return tokens.has(at, Role.LIMIT | Role.OFFSET | Role.CHARSET);
  }

  private void dropSigns() {
    while (isSign(last()) && !tokens.isOperand(last() - 1)) {
      tokens.size--;
    }
  }

  private boolean isSign(int at) {
    if (!tokens.is(at, Kind.OPERATOR) || tokens.end[at] != tokens.start[at] + 1) {
      return false;
    }
    byte sign = lexer.text[tokens.start[at]];
    return sign == '-' || sign == '+';
  }

  /** LIMIT 5, LIMIT 5, 10, LIMIT 10 OFFSET 5 and OFFSET 5 LIMIT 10 all end as LIMIT ?. */
  private boolean limit() {
    int last = last();
    boolean offset = tokens.has(last, Role.OFFSET) && tokens.isLiteral(last - 1);
    if (offset && tokens.has(last - 2, Role.LIMIT)) {
      tokens.size -= 2;
      return true;
    }
    if (!tokens.has(last, Role.LIMIT)) {
      return false;
    }
    if (tokens.isLiteral(last - 1) && tokens.has(last - 2, Role.OFFSET)) {
      int first = last - 2;
      tokens.move(last, first);
      tokens.size = first + 1;
    }
    return true;
  }

  boolean isNullValue() {
    int last = last();
    if (last < 0) {
      return false;
    }
    return switch (tokens.kind[last]) {
      case Kind.OPERATOR, Kind.OPEN, Kind.OPEN_BRACKET, Kind.COMMA -> true;
      case Kind.WORD ->
          tokens.has(last, Role.NOT)
              ? !tokens.isOperand(last - 1) && !tokens.has(last - 1, Role.IS)
              : tokens.has(last, Role.EXPRESSION) && !tokens.has(last, Role.IS | Role.SET);
      default -> false;
    };
  }

  boolean isBooleanValue() {
    int last = last();
    boolean negated = tokens.has(last, Role.NOT) && tokens.has(last - 1, Role.IS);
    return !negated && !tokens.has(last, Role.IS) && !tokens.is(last, Kind.DOT);
  }
}
