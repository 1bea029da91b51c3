package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/** The rules for literals: signs, adjacent strings, lists, LIMIT, and when NULL is one. */
final class LiteralRules {
  private final TokenList tokens;
  private final Lexer lexer;
  private final LimitRules limits;

  /** Holds the type of a cast while its literal is added. */
  private final TokenList type = new TokenList();

  /** Whether a type before a literal is a cast. */
  private final boolean typed;

  /**
   * @param former whether to apply the rules of {@link Fingerprint#FORMER_VERSION}
   */
  LiteralRules(TokenList tokens, Lexer lexer, boolean former) {
    this.tokens = tokens;
    this.lexer = lexer;
    this.limits = new LimitRules(tokens, lexer, former);
    this.typed = !former;
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
    if (typed && CastTypes.isType(tokens, last(), lexer.dialect)) {
      addCast(list);
      return;
    }
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
    boolean many = takesList(list);
    if (!limits.add(many)) {
      tokens.add(many ? TokenKind.LITERALS : TokenKind.LITERAL, lexer);
    }
  }

  /** Takes a literal before away that belongs to one list with the current one. */
  private boolean takesList(boolean list) {
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
    return many;
  }

  /** {@code date '…'} is {@code '…'::date}. */
  private void addCast(boolean list) {
    type.size = 0;
    type.append(tokens, last());
    type.roles[0] &= ~KeywordRole.TYPE;
    tokens.size--;
    add(list);
    tokens.addMade(TokenKind.OPERATOR, CastTypes.CAST, 0);
    tokens.append(type, 0);
  }

  private boolean isLimit(int at) {
    return tokens.has(at, KeywordRole.LIMIT | KeywordRole.OFFSET | KeywordRole.CHARSET);
  }

  private void dropSigns() {
    while (tokens.isSign(last(), lexer.text) && !tokens.isOperand(last() - 1)) {
      tokens.size--;
    }
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
