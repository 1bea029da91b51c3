package dev.teiten.load;

/** Cuts text that is too long to show. It counts code points, so no surrogate pair is split. */
public final class TextCut {
  private TextCut() {}

  /**
   * The text, if it has at most {@code max} code points; else its beginning with an ellipsis,
   * {@code max} code points together.
   */
  public static String toLength(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
  }
}
