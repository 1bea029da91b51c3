package dev.teiten.normalize.scan;

/** The kinds of tokens, as plain numbers because the scanner's loop runs once a token. */
public final class TokenKind {
  public static final byte END = 0;
  public static final byte WORD = 1;

  /** An identifier in quotes; never a keyword. */
  public static final byte QUOTED = 2;

  /** One literal or placeholder, printed as {@code ?}. */
  public static final byte LITERAL = 3;

  /** Two or more literals in a row, printed as {@code ?+}. */
  public static final byte LITERALS = 4;

  public static final byte OPERATOR = 5;
  public static final byte OPEN = 6;
  public static final byte CLOSE = 7;
  public static final byte OPEN_BRACKET = 8;
  public static final byte CLOSE_BRACKET = 9;
  public static final byte COMMA = 10;
  public static final byte DOT = 11;
  public static final byte SEMICOLON = 12;

  /** A MySQL user variable, printed as {@code @?}. */
  public static final byte USER_VARIABLE = 13;

  /** The {@code @@} before a MySQL system variable. */
  public static final byte SYSTEM_VARIABLE = 14;

  /** {@code ...}, how MySQL prints a list that it shortened, or the end of a text that it cut. */
  public static final byte ELLIPSIS = 15;

  public static final byte COMMENT = 16;

  /** Our own mark at the end of a text that was cut, printed as {@code ~}. */
  public static final byte CUT = 17;

  /** {@code …}, our own mark for repeats of the element before it. */
  public static final byte REPEAT = 18;

  private TokenKind() {}

  public static boolean isLiteral(int kind) {
    return kind == LITERAL || kind == LITERALS;
  }

  public static boolean isName(int kind) {
    return kind == WORD || kind == QUOTED;
  }
}
