package dev.teiten.web.site;

import dev.teiten.load.Sentence;
import dev.teiten.load.TeitenException;
import dev.teiten.web.view.Texts;

/** There is no such cluster, week or query; the hint says what there is. */
public final class PageNotFoundException extends TeitenException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence missing;
  private final transient Sentence instead;

  public PageNotFoundException(Sentence missing, Sentence instead) {
    super(missing.text(), instead.text());
    this.missing = missing;
    this.instead = instead;
  }

  /** The message in the reader's language. */
  public String message(Texts texts) {
    return texts.say(missing);
  }

  /** The hint in the reader's language. */
  public String hint(Texts texts) {
    return texts.say(instead);
  }
}
