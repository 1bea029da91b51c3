package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import dev.teiten.normalize.scan.WordSet;

/**
 * The elements between commas. In a row of VALUES a value that the server makes counts as a
 * literal; in a list of IN or ARRAY a cast literal among others counts as one of them.
 */
final class ListElements {
  private static final WordSet MADE_VALUES =
      WordSet.of(
          ("default now sysdate curdate curtime utc_timestamp utc_date utc_time unix_timestamp"
              + " uuid current_timestamp current_date current_time localtime localtimestamp"
              + " clock_timestamp statement_timestamp transaction_timestamp gen_random_uuid"
              + " uuid_generate_v4 uuidv7"));

  /** Whether two elements became one, so that others may repeat it. */
  boolean joined;

  private final TokenList tokens;

  ListElements(TokenList tokens) {
    this.tokens = tokens;
  }

  /** Ends the element at the end of the tokens. */
  void end(RepeatLevel level) {
    RepeatRun run = level.elements;
    if (!run.isOpen() || run.start() >= tokens.size || !(level.list || level.row)) {
      run.end(tokens, false);
      return;
    }
    endPart(level);
    if (!run.isOpen()) {
      return;
    }
    int at = run.start();
    boolean literal = isLiteral(at);
    boolean value = literal || (level.list && isCast(at));
    if (value && level.valueStart >= 0 && (literal || !repeatsValue(level, at))) {
      tokens.size = level.valueStart;
      tokens.addMade(TokenKind.LITERALS);
      run.reset();
      run.beginAt(level.valueStart);
      level.valueEnd = tokens.size;
    } else if (!tokens.is(at, TokenKind.REPEAT) && !(value && level.valueStart >= 0)) {
      level.valueStart = value ? at : -1;
      level.valueEnd = tokens.size;
    }
    int start = run.start();
    run.end(tokens, level.list && !isLiteral(start) && !isLiteralRow(start));
  }

  /** Ends an element in which the text was cut. */
  void endCut(RepeatLevel level) {
    endPart(level);
    int at = level.elements.start();
    if (isBesideLiteral(at)) {
      tokens.size = at - 1;
      tokens.kind[at - 2] = TokenKind.LITERALS;
      level.elements.reset();
    } else if (level.list && at == level.first && isLiteral(at)) {
      // A single literal of a list is a list, as in a whole text.
      tokens.kind[at] = TokenKind.LITERALS;
    }
  }

  /** Takes the beginning of an element for a value or a list, whatever follows. */
  void endPart(RepeatLevel level) {
    int at = level.elements.start();
    if (at < 0 || at >= tokens.size) {
      return;
    }
    if (level.row && isMadeValue(at)) {
      // A variable before a literal makes it a list, as in the rules for literals.
      boolean variable =
          tokens.is(at - 1, TokenKind.COMMA) && tokens.is(at - 2, TokenKind.USER_VARIABLE);
      tokens.size = at;
      tokens.addMade(variable ? TokenKind.LITERALS : TokenKind.LITERAL);
    } else if (level.list && isCast(at) && tokens.is(at, TokenKind.LITERALS)) {
      tokens.size = at;
      tokens.addMade(TokenKind.LITERALS);
    }
    if (isBesideLiteral(at) && !(level.list && isCast(at))) {
      joinLiterals(level, at);
    }
  }

  /**
   * Two literals beside a comma are one list, as in the rules for literals, whatever they belong
   * to: MySQL's digest of {@code f(1, 2 + a)} is {@code f (?, ... + a)}.
   */
  private void joinLiterals(RepeatLevel level, int at) {
    int list = at - 2;
    boolean value = tokens.size == at + 1;
    joined |= !value || level.valueStart != list;
    tokens.kind[list] = TokenKind.LITERALS;
    for (int i = at + 1; i < tokens.size; i++) {
      tokens.move(i, i - 2);
    }
    tokens.size -= 2;
    level.elements.reset();
    if (value) {
      level.valueEnd = tokens.size;
    } else if (level.valueStart == list) {
      level.elements.beginAt(list);
      level.valueStart = -1;
    }
  }

  private boolean isBesideLiteral(int at) {
    return tokens.isLiteral(at) && tokens.is(at - 1, TokenKind.COMMA) && tokens.isLiteral(at - 2);
  }

  private boolean repeatsValue(RepeatLevel level, int at) {
    int length = tokens.size - at;
    return level.valueEnd - level.valueStart == length
        && tokens.sameRun(level.valueStart, at, length);
  }

  private boolean isLiteral(int at) {
    return tokens.size == at + 1 && tokens.isLiteral(at);
  }

  /** Rows of literals are lists already. */
  private boolean isLiteralRow(int at) {
    return tokens.size == at + 3 && tokens.is(at, TokenKind.OPEN) && tokens.isLiteral(at + 1);
  }

  /** Whether an element is {@code ?::type}, with nothing computed after it. */
  private boolean isCast(int at) {
    if (!tokens.isLiteral(at) || !CastTypes.isCast(tokens, at + 1)) {
      return false;
    }
    int depth = 0;
    for (int i = at + 2; i < tokens.size && depth >= 0; i++) {
      if (tokens.is(i, TokenKind.OPERATOR) && !CastTypes.isCast(tokens, i)) {
        return false;
      }
      depth += tokens.is(i, TokenKind.OPEN) ? 1 : tokens.is(i, TokenKind.CLOSE) ? -1 : 0;
    }
    return depth == 0;
  }

  private boolean isMadeValue(int at) {
    if (!tokens.is(at, TokenKind.WORD) || !MADE_VALUES.contains(tokens.hash1[at])) {
      return false;
    }
    int length = tokens.size - at;
    int inside = tokens.isLiteral(at + 2) ? 3 : 2;
    boolean closed = length == inside + 1 && tokens.is(at + inside, TokenKind.CLOSE);
    boolean call = tokens.is(at + 1, TokenKind.OPEN) && (closed || length == inside);
    return length == 1 || call;
  }
}
