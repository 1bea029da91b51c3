package dev.teiten.review;

import dev.teiten.load.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One point of the meeting.
 *
 * @param text one line: {@code SELECT … FROM likes: +52 % work a call}, say
 * @param evidence the source of the number, one sentence
 * @param fingerprint the query of the point; null if the point is about the cluster
 * @param task the number of the task of the point; null if there is none
 */
public record AgendaItem(
    Kind kind,
    Sentence text,
    Sentence evidence,
    @Nullable String fingerprint,
    @Nullable Long task) {

  /** A point without a task. */
  public AgendaItem(Kind kind, Sentence text, Sentence evidence, @Nullable String fingerprint) {
    this(kind, text, evidence, fingerprint, null);
  }

  /** The kinds of points, in the order of the meeting. */
  public enum Kind {
    NEW,
    REGRESSED,
    TRAFFIC,
    MOVED_IN_TIME,
    INCIDENT,
    VICTIM,
    GROWTH,
    MONEY,
    PROMISE,
    STALE_TASK,
    DATA
  }
}
