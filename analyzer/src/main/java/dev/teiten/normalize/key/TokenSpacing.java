package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/** Decides where a print has spaces. */
final class TokenSpacing {
  private final TokenList tokens;

  TokenSpacing(TokenList tokens) {
    this.tokens = tokens;
  }

  /** Whether a space stands before a token that is not the first. */
  boolean isBefore(int at) {
    if (CastTypes.isCast(tokens, at) || CastTypes.isCast(tokens, at - 1)) {
      // With another operator it would read as one.
      return tokens.is(at, TokenKind.OPERATOR) && tokens.is(at - 1, TokenKind.OPERATOR);
    }
    switch (tokens.kind[at - 1]) {
      case TokenKind.OPEN, TokenKind.OPEN_BRACKET, TokenKind.SYSTEM_VARIABLE:
        return false;
      case TokenKind.DOT:
        // Without a name before it, the dot and a digit would be a number.
        return !tokens.isName(at - 2);
      default:
        break;
    }
    return switch (tokens.kind[at]) {
      case TokenKind.COMMA, TokenKind.CLOSE, TokenKind.CLOSE_BRACKET, TokenKind.SEMICOLON -> false;
      case TokenKind.DOT -> !tokens.isName(at - 1);
      case TokenKind.OPEN -> !isCall(at - 1);
      case TokenKind.OPEN_BRACKET ->
          !tokens.isOperand(at - 1) && !tokens.has(at - 1, KeywordRole.ARRAY);
      default -> true;
    };
  }

  private boolean isCall(int at) {
    if (!tokens.isName(at) || tokens.has(at, KeywordRole.SPACED | KeywordRole.VALUES)) {
      return false;
    }
    int before = at - 1;
    while (tokens.is(before, TokenKind.DOT) && tokens.isName(before - 1)) {
      before -= 2;
    }
    while (tokens.has(before, KeywordRole.MODIFIER | KeywordRole.NOT)) {
      before--;
    }
    return !tokens.has(before, KeywordRole.COLUMNS);
  }
}
