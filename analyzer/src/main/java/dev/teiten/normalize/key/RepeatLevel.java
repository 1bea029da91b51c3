package dev.teiten.normalize.key;

import dev.teiten.normalize.scan.TokenList;

/** A level of nesting: the whole text, a parenthesis, a bracket, or a CASE. */
final class RepeatLevel {
  /** Kinds of levels. */
  enum Kind {
    TEXT,
    PARENTHESIS,
    BRACKET,
    CASE
  }

  Kind kind = Kind.TEXT;

  /** A list of IN or of ARRAY: there a single element is a list too. */
  boolean list;

  /** A row of VALUES. */
  boolean row;

  /** A query, whose commas separate columns. */
  boolean query;

  /** The place of the parenthesis, or of ROW before it. */
  int open;

  /** The place of the first token inside. */
  int first;

  /** Where the last row of VALUES at this level begins and ends, or -1. */
  int rowStart;

  int rowEnd;

  /** Where the last element begins and ends if it is a literal or a cast of one, or -1. */
  int valueStart;

  int valueEnd;

  /** BETWEENs whose AND did not come yet. */
  int betweens;

  /** Whether operands, elements and queries have begun, so that there is nothing to begin. */
  private boolean begun;

  /** UNION was read, and the next query did not begin yet. */
  boolean union;

  /** Between commas; in a CASE the branches of WHEN; at the top the statements. */
  final RepeatRun elements = new RepeatRun();

  final RepeatRun alternatives = new RepeatRun();
  final RepeatRun conditions = new RepeatRun();
  final RepeatRun queries = new RepeatRun();

  void reset(Kind levelKind, int place) {
    kind = levelKind;
    begun = false;
    list = false;
    row = false;
    query = false;
    open = place;
    first = place;
    rowStart = -1;
    rowEnd = -1;
    valueStart = -1;
    betweens = 0;
    union = false;
    elements.reset();
    alternatives.reset();
    conditions.reset();
    queries.reset();
  }

  /** Before a token that belongs to an operand, an element and a query. */
  void begin(TokenList tokens) {
    if (begun) {
      return;
    }
    begun = true;
    int place = tokens.size;
    alternatives.beginAt(place);
    conditions.beginAt(place);
    if (kind != Kind.CASE && !query) {
      elements.beginAt(place);
    }
    if (union) {
      union = false;
      queries.beginAt(place);
    }
  }

  /** Ends the operands of AND and OR. */
  void endConditions(TokenList tokens) {
    conditions.end(tokens, false);
    alternatives.end(tokens, false);
    conditions.reset();
    alternatives.reset();
    betweens = 0;
    begun = false;
  }

  /** AND, if it joins conditions. */
  boolean isAnd() {
    if (betweens > 0) {
      betweens--;
      return false;
    }
    return true;
  }

  /** A row that repeats the row before it leaves. */
  void endRow(TokenList tokens, int start) {
    int length = tokens.size - start;
    boolean repeats =
        rowEnd == start - 1
            && rowEnd - rowStart == length
            && tokens.sameRun(rowStart, start, length);
    if (repeats) {
      leave(tokens, rowEnd);
    } else {
      rowStart = start;
      rowEnd = tokens.size;
    }
  }

  /** A row that was cut leaves if it began like the row before it. */
  void dropRow(TokenList tokens, int start) {
    int length = tokens.size - start;
    boolean part =
        rowStart >= 0
            && rowEnd == start - 1
            && length <= rowEnd - rowStart
            && tokens.beginsLike(rowStart, start, length);
    if (part) {
      leave(tokens, rowEnd);
    }
  }

  private void leave(TokenList tokens, int place) {
    tokens.size = place;
    begun = false;
    alternatives.reset();
    conditions.reset();
    if (kind == Kind.PARENTHESIS || kind == Kind.BRACKET) {
      elements.reset();
    }
  }

  /** Drops the parts of a text that was cut at this level. */
  void dropParts(TokenList tokens) {
    conditions.dropPart(tokens, true);
    alternatives.dropPart(tokens, true);
    boolean literal = row && elements.isLiteral(tokens);
    if (!literal) {
      elements.dropPart(tokens, kind == Kind.CASE);
    }
    queries.dropPart(tokens, true);
    queries.dropSeparator(tokens);
  }
}
