package dev.teiten.review.store;

/** Somebody else has changed the task since it was read. */
public final class ChangedMeanwhileException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final long id;

  public ChangedMeanwhileException(long id) {
    super(
        "Task #" + id + " was changed by somebody else meanwhile",
        "Nothing was written. Look at it as it is now, and change it again.");
    this.id = id;
  }

  /** The task's number. */
  public long id() {
    return id;
  }
}
