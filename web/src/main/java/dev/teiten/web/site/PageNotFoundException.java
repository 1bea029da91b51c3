package dev.teiten.web.site;

import dev.teiten.load.Sentence;
import dev.teiten.load.TeitenException;

/** There is no such cluster, week or query; the hint says what there is. */
public final class PageNotFoundException extends TeitenException {
  private static final long serialVersionUID = 1L;

  public PageNotFoundException(Sentence missing, Sentence instead) {
    super(missing, instead);
  }
}
