package dev.teiten.web.site;

import dev.teiten.load.Sentence;
import dev.teiten.load.TeitenException;

/** An unknown cluster, week or query; the hint lists the existing ones. */
public final class PageNotFoundException extends TeitenException {
  private static final long serialVersionUID = 1L;

  public PageNotFoundException(Sentence missing, Sentence instead) {
    super(missing, instead);
  }
}
