package dev.teiten.review.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * A stored task.
 *
 * @param id from 1 on; shown as {@code #12}
 * @param version from 1 on, one more with each change; a change names the version it was made from
 * @param touchedAt the time of the last change or remark
 */
public record Task(long id, int version, Instant createdAt, Instant touchedAt, TaskCard card) {

  /** A task without a change for this long is on the agenda of the meeting. */
  public static final Duration PATIENCE = Duration.ofDays(14);

  public Task {
    if (id < 1 || version < 1) {
      throw new IllegalArgumentException("task " + id + " version " + version);
    }
  }

  /** This task about the same queries under other names. */
  public Task renamed(UnaryOperator<String> names) {
    return new Task(id, version, createdAt, touchedAt, card.renamed(names));
  }

  /** Whether the due day is over. */
  public boolean isOverdue(Instant now, ZoneId zone) {
    LocalDate due = card.due();
    return card.state().isUnfinished()
        && due != null
        && LocalDate.ofInstant(now, zone).isAfter(due);
  }

  /**
   * Whether the task is overdue, or was not touched for two weeks. A live fix with a promise is
   * never stale: its promise is verified instead.
   */
  public boolean isStale(Instant now, ZoneId zone) {
    return card.state().isUnfinished()
        && !isVerifiable()
        && (isOverdue(now, zone) || Duration.between(touchedAt, now).compareTo(PATIENCE) >= 0);
  }

  /** Whether the task is a live fix of a query with a promised percentage. */
  public boolean isVerifiable() {
    return card.fixedAt() != null
        && card.promised().percent() != null
        && !card.fingerprints().isEmpty()
        && card.state() != TaskState.DROPPED;
  }
}
