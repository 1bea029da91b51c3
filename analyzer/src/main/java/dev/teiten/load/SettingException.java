package dev.teiten.load;

/** A wrong setting or argument; it names the setting and the allowed values. */
public class SettingException extends TeitenException {
  private static final long serialVersionUID = 1L;

  public SettingException(String message, String hint) {
    super(message, hint);
  }

  public SettingException(Sentence message, Sentence hint) {
    super(message, hint);
  }
}
