package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.KeywordRole;
import dev.teiten.normalize.scan.TokenKind;
import dev.teiten.normalize.scan.TokenList;
import java.util.Arrays;

/** The open parentheses, with the rows among them. */
final class OpenParentheses {
  static final byte PLAIN = 0;

  /** A row after VALUES: equal rows become one. */
  static final byte ROW = 1;

  /** The list of IN, in which a single value is a list too. */
  static final byte LIST = 2;

  /** A parenthesis right in another one: rows of literals become one. */
  static final byte NESTED = 3;

  int depth;

  private int[] open = new int[16];
  private byte[] kind = new byte[16];
  // By depth: the last row that closed there, [first, last], or -1.
  private int[] rowFirst = new int[16];
  private int[] rowLast = new int[16];
  private byte[] rowKind = new byte[16];

  OpenParentheses() {
    reset();
  }

  /** Begins with another text. */
  void reset() {
    depth = 0;
    rowFirst[0] = -1;
    rowLast[0] = -1;
  }

  /** Before the parenthesis is added to the tokens. */
  void open(TokenList tokens) {
    int place = tokens.size;
    byte opened = kindAt(tokens);
    depth++;
    if (depth == open.length) {
      grow();
    }
    boolean constructor = opened == ROW && tokens.has(place - 1, KeywordRole.ROW);
    open[depth] = constructor ? place - 1 : place;
    kind[depth] = opened;
    rowFirst[depth] = -1;
    rowLast[depth] = -1;
  }

  private byte kindAt(TokenList tokens) {
    int before = tokens.size - 1;
    if (tokens.has(before, KeywordRole.ROW)) {
      before--;
    }
    if (tokens.has(before, KeywordRole.VALUES)) {
      return ROW;
    }
    if (tokens.is(before, TokenKind.COMMA)
        && rowFirst[depth] >= 0
        && rowLast[depth] == before - 1) {
      return rowKind[depth];
    }
    if (tokens.has(before, KeywordRole.IN)) {
      return LIST;
    }
    return tokens.is(before, TokenKind.OPEN) ? NESTED : PLAIN;
  }

  private void grow() {
    int length = open.length * 2;
    open = Arrays.copyOf(open, length);
    kind = Arrays.copyOf(kind, length);
    rowFirst = Arrays.copyOf(rowFirst, length);
    rowLast = Arrays.copyOf(rowLast, length);
    rowKind = Arrays.copyOf(rowKind, length);
  }

  /**
   * After the closing parenthesis was added: takes a repeated row away again.
   *
   * @return whether it was a row of literals
   */
  boolean close(TokenList tokens) {
    if (depth == 0) {
      return false;
    }
    int first = open[depth];
    byte closed = kind[depth];
    depth--;
    if (closed == LIST && tokens.size == first + 3 && tokens.is(first + 1, TokenKind.LITERAL)) {
      tokens.kind[first + 1] = TokenKind.LITERALS;
    }
    boolean row = closed == ROW || (closed == NESTED && isLiterals(tokens, first));
    if (row && repeats(tokens, first)) {
      tokens.size = first - 1;
    } else if (row) {
      rowFirst[depth] = first;
      rowLast[depth] = tokens.size - 1;
      rowKind[depth] = closed;
    }
    return row && isLiterals(tokens, rowFirst[depth]);
  }

  private static boolean isLiterals(TokenList tokens, int first) {
    return tokens.size == first + 3 && tokens.isLiteral(first + 1);
  }

  private boolean repeats(TokenList tokens, int first) {
    int before = rowFirst[depth];
    int length = tokens.size - first;
    return before >= 0
        && rowLast[depth] == first - 2
        && rowLast[depth] - before + 1 == length
        && tokens.sameRun(before, first, length);
  }

  /** In a text that was cut: takes away a row that began like the row before it. */
  void dropCutRow(TokenList tokens) {
    for (int level = 1; level <= depth; level++) {
      int first = open[level];
      int length = tokens.size - first;
      boolean row = kind[level] == ROW || kind[level] == NESTED;
      if (row && rowFirst[level - 1] >= 0 && rowLast[level - 1] == first - 2) {
        int before = rowFirst[level - 1];
        int rowLength = rowLast[level - 1] - before + 1;
        if (length <= rowLength && tokens.beginsLike(before, first, length)) {
          tokens.size = first - 1;
          depth = level - 1;
          return;
        }
      }
    }
  }

  /** Whether the innermost open parenthesis is a list of IN. */
  boolean inList() {
    return depth > 0 && kind[depth] == LIST;
  }

  int innermost() {
    return open[depth];
  }
}
