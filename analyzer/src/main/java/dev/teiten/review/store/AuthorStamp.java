package dev.teiten.review.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The author and the time of a change.
 *
 * @param author a name, as given by the user or by the login of a proxy
 * @param at to the millisecond
 */
public record AuthorStamp(String author, Instant at) {
  private static final int LONGEST = 100;

  /**
   * @throws dev.teiten.load.SettingException if there is no name, or a name too long
   */
  public AuthorStamp {
    author = PlainText.line(StoreText.AUTHOR.of(), author, LONGEST);
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
