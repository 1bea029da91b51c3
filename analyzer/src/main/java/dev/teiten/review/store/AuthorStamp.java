package dev.teiten.review.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who did something, and when.
 *
 * @param author a name, as they gave it or as the login in front said it
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
