package dev.teiten.normalize.shape;

/**
 * A statement as the parser gets it: without comments, blank lines and literals, and with the
 * clauses that the parser trips over written in a way that it reads. A literal keeps only the facts
 * that a hint needs: whether it is a string or a number, begins with a wildcard, is 0 or large.
 *
 * @param text what to parse; no literal of the statement is in it
 * @param depth how deep parentheses nest
 * @param longestList how many literals the longest list of IN has; 0 where none is whole and huge
 */
public record ParserText(String text, int depth, int longestList) {
  /** The number that stands for every number of at least this size. */
  static final long LARGE = 1_000;

  /** Literals of the shortest list that is huge. */
  static final int HUGE_LIST = 100;
}
