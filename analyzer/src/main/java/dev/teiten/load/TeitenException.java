package dev.teiten.load;

/**
 * What could not be done, where, and what to do about it. The root of every exception that a user
 * gets to read.
 */
public class TeitenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence said;
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
    this.said = Sentence.plain(message);
    this.hint = Sentence.plain(hint);
  }

  /** The same, for who reads it on a page in a language of their own. */
  public TeitenException(Sentence message, Sentence hint) {
    super(message.text());
    this.said = message;
    this.hint = hint;
  }

  /** The hint in English. */
  public String hint() {
    return hint.text();
  }

  /** The message, to be said in any language. */
  public Sentence sentence() {
    return said;
  }

  /** The hint, to be said in any language. */
  public Sentence hintSentence() {
    return hint;
  }
}
