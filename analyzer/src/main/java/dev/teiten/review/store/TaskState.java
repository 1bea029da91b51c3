package dev.teiten.review.store;

/** How far a task is. */
public enum TaskState {
  OPEN,
  DOING,
  DONE,
  DROPPED;

  /** Whether somebody still has to do something. */
  public boolean isUnfinished() {
    return this == OPEN || this == DOING;
  }
}
