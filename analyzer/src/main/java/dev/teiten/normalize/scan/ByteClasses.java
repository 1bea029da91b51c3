package dev.teiten.normalize.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Classes of bytes by the kind of token that they can begin. */
public final class ByteClasses {
  static final byte SPACE = 0;
  public static final byte LETTER = 1;
  static final byte DIGIT = 2;
  static final byte QUOTE = 3;

  /** A token of its own, whatever follows: {@link #kind}. */
  static final byte SINGLE = 4;

  static final byte DOT = 5;
  static final byte OPERATOR = 6;

  private static final byte[] CLASS = new byte[256];
  private static final byte[] KIND = new byte[256];

  // By byte: what it folds to in a word, or 0 if no word has it.
  private static final byte[] FOLD = new byte[256];

  private static final boolean[] OPERATOR_BYTE = new boolean[256];

  static {
    for (int b = 0; b < 256; b++) {
      CLASS[b] = classOf(b);
      boolean word = CLASS[b] == LETTER || CLASS[b] == DIGIT;
      FOLD[b] = word ? (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b) : 0;
    }
    for (byte b : "+-*/<>=~!@#%^&|`?".getBytes(StandardCharsets.US_ASCII)) {
      OPERATOR_BYTE[b] = true;
    }
    KIND[')'] = TokenKind.CLOSE;
    KIND['['] = TokenKind.OPEN_BRACKET;
    KIND[']'] = TokenKind.CLOSE_BRACKET;
    KIND[','] = TokenKind.COMMA;
    KIND[';'] = TokenKind.SEMICOLON;
  }

  private ByteClasses() {}

  private static byte classOf(int b) {
    if (b <= ' ' || b == 0x7f) {
      return SPACE;
    }
    // Bytes of multi-byte characters, valid or not, are parts of words.
    if (b >= 0x80 || b == '_' || b == '$' || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z')) {
      return LETTER;
    }
    if (b >= '0' && b <= '9') {
      return DIGIT;
    }
    return switch (b) {
      case '\'', '"', '`' -> QUOTE;
      case ')', '[', ']', ',', ';' -> SINGLE;
      case '.' -> DOT;
      default -> OPERATOR;
    };
  }

  /** The kind of the token that a byte of class {@link #SINGLE} is. */
  static int kind(byte single) {
    return KIND[single & 0xff];
  }

  static byte typeOf(byte b) {
    return CLASS[b & 0xff];
  }

  public static byte classAt(byte[] text, int at) {
    return CLASS[text[at] & 0xff];
  }

  /** The byte in lower case if it can stand in a word, else 0. */
  public static int fold(byte b) {
    return FOLD[b & 0xff];
  }

  public static boolean isWord(byte[] text, int at) {
    return at < text.length && FOLD[text[at] & 0xff] != 0;
  }

  public static boolean isDigit(byte[] text, int at) {
    return at < text.length && text[at] >= '0' && text[at] <= '9';
  }

  static boolean isHexDigit(byte[] text, int at) {
    return at < text.length && Character.digit(text[at], 16) >= 0;
  }

  static boolean isOperator(byte[] text, int at) {
    return at < text.length && OPERATOR_BYTE[text[at] & 0xff];
  }

  static boolean matches(byte[] text, int at, byte[] wanted) {
    int end = at + wanted.length;
    return end <= text.length && Arrays.equals(text, at, end, wanted, 0, wanted.length);
  }

  /** The byte at a place, or 0 beyond the end. */
  public static int at(byte[] text, int at) {
    return at < text.length ? text[at] : 0;
  }

  public static int skipSpace(byte[] text, int from) {
    int at = from;
    while (at < text.length && classAt(text, at) == SPACE) {
      at++;
    }
    return at;
  }
}
