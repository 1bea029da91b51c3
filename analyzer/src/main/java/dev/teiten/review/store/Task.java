package dev.teiten.review.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A task as it is kept.
 *
 * @param id from 1 on; how people call it, {@code #12}
 * @param version from 1 on, one more with each change; whoever changes a task says which one they
 *     saw
 * @param touchedAt when it was last changed, or something was said about it
 */
public record Task(long id, int version, Instant createdAt, Instant touchedAt, TaskCard card) {

  /** How long nobody may do anything about a task before the meeting hears of it. */
  public static final Duration PATIENCE = Duration.ofDays(14);

  public Task {
    if (id < 1 || version < 1) {
      throw new IllegalArgumentException("task " + id + " version " + version);
    }
  }

  /** Whether the day by which it was to be done is over. */
  public boolean isOverdue(Instant now, ZoneId zone) {
    LocalDate due = card.due();
    return card.state().isUnfinished()
        && due != null
        && LocalDate.ofInstant(now, zone).isAfter(due);
  }

  /**
   * Whether the meeting should ask after it: past due, or nothing happened for two weeks. A live
   * fix that promised something is asked after as a promise.
   */
  public boolean isStale(Instant now, ZoneId zone) {
    return card.state().isUnfinished()
        && !isVerifiable()
        && (isOverdue(now, zone) || Duration.between(touchedAt, now).compareTo(PATIENCE) >= 0);
  }

  /** Whether a fix of a query was promised in numbers and is live, so that it can be verified. */
  public boolean isVerifiable() {
    return card.fixedAt() != null
        && card.promised().percent() != null
        && !card.fingerprints().isEmpty()
        && card.state() != TaskState.DROPPED;
  }
}
