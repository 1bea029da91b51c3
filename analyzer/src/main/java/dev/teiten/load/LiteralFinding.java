package dev.teiten.load;

/**
 * A hint that depends on the literals of a statement. It is found while the literals are there, and
 * kept without them.
 *
 * @param code of the hint, for example {@code LEADING_WILDCARD}
 * @param place the part of the statement that is the evidence, literals masked; on one line
 */
public record LiteralFinding(String code, String place) {
  public LiteralFinding {
    if (code.isBlank() || code.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("A code is one word: " + code);
    }
    if (place.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("A place is one line: " + place);
    }
  }
}
