package dev.teiten.normalize.scan;

/** The token that a {@link Lexer} stands at. */
public abstract class CurrentToken {
  public final Dialect dialect;
  public byte[] text = new byte[0];

  /** Where the token begins; {@link #hash} and {@link #roles} describe it further. */
  public int start;

  public int end;
  public int roles;

  /** Whether the text ends inside of the token, or of a comment. */
  public boolean cut;

  final NameHash hash = new NameHash();

  /** Where the next token is looked for. */
  int position;

  CurrentToken(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Begins with another text. */
  void begin(byte[] other) {
    text = other;
    start = 0;
    end = 0;
    roles = 0;
    cut = false;
    position = 0;
  }

  /** The hash of the word or name that is the token. */
  public long wordHash() {
    return hash.first;
  }

  /** Whether a dot follows the string that the token begins with. */
  public boolean isBeforeDot() {
    int last = LiteralScanner.quoted(text, start, false);
    return last > 0 && ByteClasses.at(text, last) == '.';
  }

  /**
   * Takes the string that the token begins with for a name.
   *
   * @return false if it cannot be one
   */
  boolean becomeName() {
    int last = LiteralScanner.quoted(text, start, false);
    if (last <= start + 2 || LiteralScanner.hasBackslash(text, start, last)) {
      return false;
    }
    hash.quoted(text, start + 1, last - 1, true);
    roles = 0;
    position = last;
    end = last;
    return true;
  }

  /** Ends the token at a place; a negative one says that the text was cut in it. */
  int ended(int kind, int at) {
    if (at < 0) {
      cut = true;
      position = ~at;
    } else {
      position = at;
    }
    end = position;
    return kind;
  }

  /** Moves on over bytes that are no token. */
  int blank(int last) {
    position = last;
    return TokenKind.END;
  }
}
