package dev.teiten.review;

import dev.teiten.load.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One point of the meeting, put there by a number.
 *
 * @param text one line, such as {@code SELECT … FROM likes: +52 % work a call}
 * @param evidence where the number comes from, one sentence
 * @param fingerprint the query it is about; null where it is about the cluster
 */
public record AgendaItem(
    Kind kind, Sentence text, Sentence evidence, @Nullable String fingerprint) {

  /** In the order in which the meeting takes them. */
  public enum Kind {
    NEW,
    REGRESSED,
    TRAFFIC,
    VICTIM,
    MONEY,
    DATA
  }
}
