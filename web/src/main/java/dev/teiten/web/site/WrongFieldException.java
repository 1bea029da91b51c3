package dev.teiten.web.site;

import dev.teiten.load.Sentence;
import dev.teiten.load.SettingException;

/** A field of a request is wrong. */
public final class WrongFieldException extends SettingException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field its name in the request
   */
  public WrongFieldException(String field, Sentence message, Sentence hint) {
    super(message, hint);
    this.field = field;
  }

  /** The name of the field in the request. */
  public String field() {
    return field;
  }
}
