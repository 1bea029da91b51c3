package dev.teiten.normalize.scan;

import java.nio.charset.StandardCharsets;

/** The text before a place, which decides whether a plain literal can begin there. */
final class PrecedingText {
  private static final String VALUES = "values";
  private static final boolean[] LITERAL = new boolean[128];

  static {
    for (byte b : " \n\t\r(,=<>+-*/[".getBytes(StandardCharsets.US_ASCII)) {
      LITERAL[b] = true;
    }
  }

  private PrecedingText() {}

  /** Whether no prefix changes the meaning of a literal: not so in N'a', @'a' and 1e-1. */
  static boolean isFree(byte[] text, int start) {
    int before = start > 0 ? text[start - 1] : 0;
    boolean sign = before == '-' || before == '+';
    boolean exponent = sign && start > 1 && ByteClasses.fold(text[start - 2]) == 'e';
    return before > 0 && LITERAL[before] && !exponent && !isNamePrefix(text, start);
  }

  /** Whether a dot or an at sign before the place makes a name of what follows: a.1, a.values. */
  static boolean isNamePrefix(byte[] text, int place) {
    int before = beforeBlanks(text, place);
    return before >= 0 && (text[before] == '.' || text[before] == '@');
  }

  /**
   * Whether VALUES of an INSERT or REPLACE stands before a parenthesis.
   *
   * @param from where the text begins that is no comment
   */
  static boolean isValues(byte[] text, int from, int open) {
    int start = beforeBlanks(text, open) + 1 - VALUES.length();
    if (start <= from || ByteClasses.isWord(text, start - 1) || isNamePrefix(text, start)) {
      return false;
    }
    for (int i = 0; i < VALUES.length(); i++) {
      if (ByteClasses.fold(text[start + i]) != VALUES.charAt(i)) {
        return false;
      }
    }
    int verb = ByteClasses.fold(text[0]);
    return verb == 'i' || verb == 'r';
  }

  /** The place of the last byte before a place that is not a blank; -1 if none is. */
  static int beforeBlanks(byte[] text, int place) {
    int i = place - 1;
    while (i >= 0 && ByteClasses.classAt(text, i) == ByteClasses.SPACE) {
      i--;
    }
    return i;
  }
}
