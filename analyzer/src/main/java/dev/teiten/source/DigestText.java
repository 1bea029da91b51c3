package dev.teiten.source;

import dev.teiten.load.StatementText;

/** The text of a digest, literals masked. */
public record DigestText(String digest, StatementText statement) {

  /**
   * A text whose literals have not been seen.
   *
   * @param complete false where the source cut it
   */
  public DigestText(String digest, String text, boolean complete) {
    this(digest, new StatementText(text, complete));
  }
}
