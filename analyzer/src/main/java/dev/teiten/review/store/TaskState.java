package dev.teiten.review.store;

/** The state of a task. */
public enum TaskState {
  OPEN,
  DOING,
  DONE,
  DROPPED;

  /** Whether work is left to do. */
  public boolean isUnfinished() {
    return this == OPEN || this == DOING;
  }
}
