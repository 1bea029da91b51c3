package dev.teiten.normalize.shape;

import dev.teiten.normalize.key.Fingerprint;
import dev.teiten.normalize.scan.Dialect;

/**
 * A statement as the parser gets it: comments, blank lines and literals gone, and what the parser
 * trips over written in a way that it reads. A literal keeps only what a hint needs: whether it is
 * a string or a number, whether it begins with a wildcard, whether it is large.
 *
 * @param text what to parse; no literal of the statement is in it
 * @param depth how deep parentheses nest
 * @param longestList how many literals the longest list of IN has; 0 where none is whole and huge
 */
public record ParserText(String text, int depth, int longestList) {
  /** What a number of at least this size becomes. */
  static final long LARGE = 1_000;

  public static ParserText of(String statement, Dialect dialect) {
    return new ParserTextWriter(Fingerprint.bytes(statement), dialect).write();
  }
}
