package dev.teiten.load;

/**
 * A failure that a user reads: it says what could not be done, where, and what to do about it. The
 * root of all such exceptions.
 */
public class TeitenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence message;
  private final transient Sentence hint;

  /**
   * @param message what could not be done, and where
   * @param hint what the user can do; one sentence
   */
  public TeitenException(String message, String hint) {
    this(Sentence.plain(message), Sentence.plain(hint));
  }

  public TeitenException(String message, String hint, Throwable cause) {
    super(message, cause);
    this.message = Sentence.plain(message);
    this.hint = Sentence.plain(hint);
  }

  /** With translatable message and hint. */
  public TeitenException(Sentence message, Sentence hint) {
    super(message.text());
    this.message = message;
    this.hint = hint;
  }

  /** The hint in English. */
  public String hint() {
    return hint.text();
  }

  /** The translatable message. */
  public Sentence sentence() {
    return message;
  }

  /** The translatable hint. */
  public Sentence hintSentence() {
    return hint;
  }
}
