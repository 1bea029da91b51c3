package dev.teiten.review.store;

import org.jspecify.annotations.Nullable;

/**
 * An event in the history of a task. Events are added, never changed or removed.
 *
 * @param field the changed field; null for a remark
 * @param before the value before; null if there was none
 * @param after the value after, or the text of a remark; null if there is none
 */
public record TaskEvent(
    long id,
    long task,
    AuthorStamp by,
    Kind kind,
    @Nullable TaskField field,
    @Nullable String before,
    @Nullable String after) {

  /** The kinds of events. */
  public enum Kind {
    CREATED,
    CHANGED,
    COMMENT,
    DECISION
  }
}
