package dev.teiten.review;

import dev.teiten.load.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One point of the meeting, put there by a number.
 *
 * @param text one line, such as {@code SELECT … FROM likes: +52 % work a call}
 * @param evidence where the number comes from, one sentence
 * @param fingerprint the query it is about; null where it is about the cluster
 * @param task the number of the task it is about; null where it is about none
 */
public record AgendaItem(
    Kind kind,
    Sentence text,
    Sentence evidence,
    @Nullable String fingerprint,
    @Nullable Long task) {

  /** About no task. */
  public AgendaItem(Kind kind, Sentence text, Sentence evidence, @Nullable String fingerprint) {
    this(kind, text, evidence, fingerprint, null);
  }

  /** In the order in which the meeting takes them. */
  public enum Kind {
    NEW,
    REGRESSED,
    TRAFFIC,
    VICTIM,
    MONEY,
    PROMISE,
    STALE_TASK,
    DATA
  }
}
