package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/** The rules for literals: signs, adjacent strings, lists, LIMIT, and when NULL is one. */
final class LiteralRules {
  private final TokenList tokens;
  private final Lexer lexer;

  LiteralRules(TokenList tokens, Lexer lexer) {
    this.tokens = tokens;
    this.lexer = lexer;
  }

  private int last() {
    return tokens.size - 1;
  }

  /**
   * Adds the current literal.
   *
   * @param list whether it stands for several
   */
  void add(boolean list) {
    int at = last();
    if (at > 0
        && tokens.kind[at] == TokenKind.COMMA
        && tokens.isLiteral(at - 1)
        && !isLimit(at - 2)) {
      // The frequent case: one more literal of a list.
      tokens.size = at - 1;
      tokens.add(TokenKind.LITERALS, lexer);
      return;
    }
    if (tokens.has(last(), KeywordRole.CHARSET)) {
      tokens.size--;
    }
    dropSigns();
    boolean many = list;
    if (tokens.isLiteral(last())) {
      // 'a' 'b' is one string.
      many |= tokens.is(last(), TokenKind.LITERALS);
      tokens.size--;
    } else if (tokens.is(last(), TokenKind.COMMA) && tokens.isLiteral(last() - 1)) {
      tokens.size -= 2;
      many = true;
    } else if (tokens.is(last(), TokenKind.COMMA)
        && tokens.is(last() - 1, TokenKind.USER_VARIABLE)) {
      // MySQL's digest of f(@a, 1) is that of f(@a, 1, 2).
      many = true;
    }
    if (limit()) {
      many = false;
    }
    tokens.add(many ? TokenKind.LITERALS : TokenKind.LITERAL, lexer);
  }

  private boolean isLimit(int at) {
    return tokens.has(at, KeywordRole.LIMIT | KeywordRole.OFFSET | KeywordRole.CHARSET);
  }

  private void dropSigns() {
    while (tokens.isSign(last(), lexer.text) && !tokens.isOperand(last() - 1)) {
      tokens.size--;
    }
  }

  /** LIMIT 5, LIMIT 5, 10, LIMIT 10 OFFSET 5 and OFFSET 5 LIMIT 10 all end as LIMIT ?. */
  private boolean limit() {
    int last = last();
    boolean offset = tokens.has(last, KeywordRole.OFFSET) && tokens.isLiteral(last - 1);
    if (offset && tokens.has(last - 2, KeywordRole.LIMIT)) {
      tokens.size -= 2;
      return true;
    }
    if (!tokens.has(last, KeywordRole.LIMIT)) {
      return false;
    }
    if (tokens.isLiteral(last - 1) && tokens.has(last - 2, KeywordRole.OFFSET)) {
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
      case TokenKind.OPERATOR, TokenKind.OPEN, TokenKind.OPEN_BRACKET, TokenKind.COMMA -> true;
      case TokenKind.WORD ->
          tokens.has(last, KeywordRole.NOT)
              ? !tokens.isOperand(last - 1) && !tokens.has(last - 1, KeywordRole.IS)
              : tokens.has(last, KeywordRole.EXPRESSION)
                  && !tokens.has(last, KeywordRole.IS | KeywordRole.SET);
      default -> false;
    };
  }

  boolean isBooleanValue() {
    int last = last();
    boolean negated = tokens.has(last, KeywordRole.NOT) && tokens.has(last - 1, KeywordRole.IS);
    return !negated && !tokens.has(last, KeywordRole.IS) && !tokens.is(last, TokenKind.DOT);
  }
}
