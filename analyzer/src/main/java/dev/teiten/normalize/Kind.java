package dev.teiten.normalize;

/** What a token is. Plain numbers, because the scanner's loop runs once a token. */
final class Kind {
  static final byte END = 0;
  static final byte WORD = 1;

  /** An identifier in quotes; never a keyword. */
  static final byte QUOTED = 2;

  /** One literal or placeholder, printed as {@code ?}. */
  static final byte LITERAL = 3;

  /** Two or more literals in a row, printed as {@code ?+}. */
  static final byte LITERALS = 4;

  static final byte OPERATOR = 5;
  static final byte OPEN = 6;
  static final byte CLOSE = 7;
  static final byte OPEN_BRACKET = 8;
  static final byte CLOSE_BRACKET = 9;
  static final byte COMMA = 10;
  static final byte DOT = 11;
  static final byte SEMICOLON = 12;

  /** A MySQL user variable, printed as {@code @?}. */
  static final byte USER_VARIABLE = 13;

  /** The {@code @@} before a MySQL system variable. */
  static final byte SYSTEM_VARIABLE = 14;

  /** {@code ...}, how MySQL prints a list that it shortened, or the end of a text that it cut. */
  static final byte ELLIPSIS = 15;

  static final byte COMMENT = 16;

  /** Our own mark at the end of a text that was cut, printed as {@code ~}. */
  static final byte CUT = 17;

  private Kind() {}

  static boolean isLiteral(int kind) {
    return kind == LITERAL || kind == LITERALS;
  }

  static boolean isName(int kind) {
    return kind == WORD || kind == QUOTED;
  }
}
