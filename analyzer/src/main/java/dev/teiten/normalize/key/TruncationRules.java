package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.ByteClasses;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.Lexer;
import dev.teiten.normalize.scan.NameHash;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/** Drops the cut end of a text: a token that is not whole, and the open end of a list. */
final class TruncationRules {
  /**
   * Where sources cut, in bytes: Performance Insights' dimensions, MySQL's digest texts and
   * statement history, PostgreSQL's track_activity_query_size.
   */
  private static final int[] LIMITS = {500, 1_024, 4_096};

  private static final long MARK = NameHash.first("~");

  private final Lexer lexer;
  private final TokenList tokens;
  private final OpenParentheses groups;

  TruncationRules(Lexer lexer, TokenList tokens, OpenParentheses groups) {
    this.lexer = lexer;
    this.tokens = tokens;
    this.groups = groups;
  }

  /**
   * Whether a text is as long as sources let it be; they do not cut characters apart, so up to
   * three bytes may be missing. Reason enough not to believe that it is whole, but not to change
   * its group.
   */
  static boolean isSuspected(int bytes) {
    for (int limit : LIMITS) {
      if (bytes <= limit && bytes > limit - 4) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the text, or its last name, ends in U+FFFD: decoding makes it of a part of a character.
   */
  boolean isCharacterCut() {
    int last = last();
    return isReplacement(lexer.text.length)
        || (tokens.isName(last) && isReplacement(tokens.end[last]));
  }

  private boolean isReplacement(int end) {
    byte[] text = lexer.text;
    return end >= 3
        && text[end - 1] == (byte) 0xbd
        && text[end - 2] == (byte) 0xbf
        && text[end - 3] == (byte) 0xef;
  }

  void drop() {
    if (isPart(last())) {
      boolean operator = tokens.is(last(), TokenKind.OPERATOR);
      tokens.size--;
      if (operator && isBegun(last())) {
        tokens.size--;
      }
    }
    trim();
    if (groups.depth > 0 && tokens.size <= groups.innermost()) {
      return;
    }
    groups.dropCutRow(tokens);
    boolean single = groups.inList() && tokens.size == groups.innermost() + 2;
    if (single && tokens.is(last(), TokenKind.LITERAL)) {
      tokens.kind[last()] = TokenKind.LITERALS;
    }
  }

  /** Drops what the rules might have folded into the text that is missing. */
  void trim() {
    while (isOpenEnded(last())) {
      tokens.size--;
    }
  }

  private int last() {
    return tokens.size - 1;
  }

  /** A name, keyword or operator that ends where the text ends may be the beginning of another. */
  private boolean isPart(int at) {
    if (at < 0 || tokens.end[at] < lexer.text.length) {
      return false;
    }
    return switch (tokens.kind[at]) {
      case TokenKind.WORD, TokenKind.OPERATOR, TokenKind.DOT -> true;
      // MySQL lets a table's name begin with digits, and NULLIF begins with NULL.
      case TokenKind.LITERAL ->
          tokens.has(at - 1, KeywordRole.FROM | KeywordRole.TABLE) || isWord(at);
      case TokenKind.QUOTED -> lexer.cut;
      case TokenKind.USER_VARIABLE, TokenKind.SYSTEM_VARIABLE -> true;
      default -> false;
    };
  }

  private boolean isWord(int at) {
    int letters = tokens.start[at];
    while (Character.isLetter(ByteClasses.at(lexer.text, letters))) {
      letters++;
    }
    return letters == tokens.end[at];
  }

  /** Whether a name is the beginning of 7041e-9 or U&'…', cut after the sign. */
  private boolean isBegun(int at) {
    if (!tokens.is(at, TokenKind.WORD) || tokens.end[at] != lexer.text.length - 1) {
      return false;
    }
    byte first = lexer.text[tokens.start[at]];
    boolean prefix = tokens.end[at] == tokens.start[at] + 1 && ByteClasses.fold(first) == 'u';
    return ByteClasses.isDigit(lexer.text, tokens.start[at]) || prefix;
  }

  /** Whether the rules might have folded the token with the next one. */
  private boolean isOpenEnded(int at) {
    boolean separator = tokens.is(at, TokenKind.COMMA) || tokens.is(at, TokenKind.SEMICOLON);
    if (separator
        || tokens.has(at, KeywordRole.CHARSET)
        || CastTypes.isType(tokens, at, lexer.dialect)) {
      return true;
    }
    if (isOffset(at) || (tokens.isLiteral(at) && isOffset(at - 1))) {
      return true;
    }
    boolean limit = tokens.has(at, KeywordRole.LIMIT) && tokens.isLiteral(at - 1);
    if (isMark(at) || (limit && tokens.has(at - 2, KeywordRole.OFFSET))) {
      return true;
    }
    boolean dots = tokens.is(at, TokenKind.DOT) && !tokens.isName(at - 1);
    return dots || (tokens.isSign(at, lexer.text) && !tokens.isOperand(at - 1));
  }

  /** Whether the token is an operator that reads as our own mark at the end. */
  boolean isMark(int at) {
    return tokens.is(at, TokenKind.OPERATOR) && tokens.hash1[at] == MARK;
  }

  /** PostgreSQL may have LIMIT after it, and the rule writes both as LIMIT ?. */
  private boolean isOffset(int at) {
    boolean afterLimit = tokens.isLiteral(at - 1) && tokens.has(at - 2, KeywordRole.LIMIT);
    return tokens.has(at, KeywordRole.OFFSET)
        && (afterLimit || lexer.dialect == Dialect.POSTGRESQL);
  }
}
