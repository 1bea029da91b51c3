package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;

/**
 * Elements of one level between separators. An element that is equal to the one before it is taken
 * away; the first time, {@link TokenKind#REPEAT} takes its place.
 */
final class RepeatRun {
  private static final int NONE = -1;

  /** The place where the current element begins, or {@link #NONE}. */
  private int start = NONE;

  private int before = NONE;
  private int beforeEnd;

  /** The place after the mark of a repeat, or {@link #NONE}. */
  private int markEnd = NONE;

  void reset() {
    start = NONE;
    before = NONE;
    markEnd = NONE;
  }

  boolean isOpen() {
    return start != NONE;
  }

  /** Begins an element at the end of the tokens. */
  void begin(TokenList tokens) {
    start = tokens.size;
  }

  /** Begins the first element at a place, unless one is open. */
  void beginAt(int place) {
    start = start == NONE ? place : start;
  }

  /** Whether the current element is a literal so far. */
  boolean isLiteral(TokenList tokens) {
    return start != NONE && tokens.size == start + 1 && tokens.isLiteral(start);
  }

  int start() {
    return start;
  }

  /**
   * Ends the current element.
   *
   * @param always whether a single element with a value gets the mark too
   */
  void end(TokenList tokens, boolean always) {
    if (start == NONE || start >= tokens.size) {
      return;
    }
    if (isMark(tokens)) {
      mark(tokens);
    } else if (repeats(tokens)) {
      tokens.size = start;
      tokens.addMade(TokenKind.REPEAT);
      mark(tokens);
    } else {
      before = start;
      beforeEnd = tokens.size;
      markEnd = NONE;
      if (always && tokens.hasValue(start, tokens.size)) {
        tokens.addMade(TokenKind.COMMA);
        tokens.addMade(TokenKind.REPEAT);
        markEnd = tokens.size;
      }
    }
    start = NONE;
  }

  /** Keeps the first mark after an element and takes the others away. */
  private void mark(TokenList tokens) {
    if (markEnd == NONE) {
      markEnd = tokens.size;
    } else {
      tokens.size = markEnd;
    }
  }

  private boolean isMark(TokenList tokens) {
    return before != NONE && tokens.size == start + 1 && tokens.is(start, TokenKind.REPEAT);
  }

  private boolean repeats(TokenList tokens) {
    int length = tokens.size - start;
    return before != NONE
        && beforeEnd - before == length
        && tokens.sameRun(before, start, length)
        && tokens.hasValue(start, tokens.size);
  }

  /**
   * In a text that was cut: takes away an element that began like the one before it.
   *
   * @param keepsSeparator whether the separator says what may have followed
   */
  void dropPart(TokenList tokens, boolean keepsSeparator) {
    if (before == NONE || start == NONE) {
      return;
    }
    if (isMark(tokens)) {
      mark(tokens);
      start = NONE;
      return;
    }
    int length = tokens.size - start;
    // Elements without a value never repeat, so their parts stay.
    if (tokens.hasValue(before, beforeEnd)
        && length <= beforeEnd - before
        && tokens.beginsLike(before, start, length)) {
      if (markEnd != NONE) {
        tokens.size = markEnd;
      } else {
        tokens.size = keepsSeparator ? start : beforeEnd;
      }
      start = NONE;
    }
  }

  /** In a text that was cut in a separator after a mark: takes the separator away. */
  void dropSeparator(TokenList tokens) {
    if (start == NONE && markEnd != NONE) {
      tokens.size = markEnd;
    }
  }
}
