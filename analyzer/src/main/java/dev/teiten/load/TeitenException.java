package dev.teiten.load;

/**
 * What could not be done, where, and what to do about it. The root of every exception that a user
 * gets to read.
 */
public class TeitenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * @param message what could not be done, and where
   * @param hint what the user can do; one sentence
   */
  public TeitenException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public TeitenException(String message, String hint, Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }
}
