package dev.teiten.review.store;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task. Events are only ever added.
 *
 * @param field what changed, a member of {@link TaskField}; null if nothing did
 * @param before the value before; null if there was none
 * @param after the value then, or what was said; null if there is none
 */
public record TaskEvent(
    long id,
    long task,
    AuthorStamp by,
    Kind kind,
    @Nullable TaskField field,
    @Nullable String before,
    @Nullable String after) {

  /** What kind of thing happened. */
  public enum Kind {
    CREATED,
    CHANGED,
    COMMENT,
    DECISION
  }
}
