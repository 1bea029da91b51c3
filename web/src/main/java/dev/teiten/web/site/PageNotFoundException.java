package dev.teiten.web.site;

import dev.teiten.load.TeitenException;

/** There is no such cluster, week or query; the hint says what there is. */
public final class PageNotFoundException extends TeitenException {
  private static final long serialVersionUID = 1L;

  public PageNotFoundException(String message, String hint) {
    super(message, hint);
  }
}
