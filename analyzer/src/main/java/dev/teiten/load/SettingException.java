package dev.teiten.load;

/** A setting or an argument is wrong: which one, and what is allowed. */
public class SettingException extends TeitenException {
  private static final long serialVersionUID = 1L;

  public SettingException(String message, String hint) {
    super(message, hint);
  }

  public SettingException(Sentence message, Sentence hint) {
    super(message, hint);
  }
}
