package dev.teiten.source.slowlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads words and numbers in bytes. */
final class LogBytes {
  private LogBytes() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static boolean equal(byte[] bytes, int from, int to, byte[] expected) {
    return to - from == expected.length
        && Arrays.equals(bytes, from, to, expected, 0, expected.length);
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
  }

  /** A number without a sign and an exponent; Yes is 1 and No is 0; NaN if it is neither. */
  static double number(byte[] bytes, int from, int to) {
    if (from < to && (bytes[from] == 'Y' || bytes[from] == 'N')) {
      return bytes[from] == 'Y' ? 1 : 0;
    }
    long digits = 0;
    double divisor = 1;
    boolean fraction = false;
    if (to - from == 0 || to - from > 18) {
      return Double.NaN;
    }
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits = 10 * digits + b - '0';
        divisor *= fraction ? 10 : 1;
      } else if (b == '.' && !fraction) {
        fraction = true;
      } else {
        return Double.NaN;
      }
    }
    return digits / divisor;
  }

  /** The place of the first byte that is no space. */
  static int skipSpaces(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** The place of that byte, or {@code to}. */
  static int find(byte[] bytes, int from, int to, char wanted) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
