package dev.teiten.review.store;

/** Another user has changed the task since it was read. */
public final class ChangedMeanwhileException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final long id;

  public ChangedMeanwhileException(long id) {
    super(StoreText.CHANGED.of(id), StoreText.NOTHING_WRITTEN.of());
    this.id = id;
  }

  /** The task's number. */
  public long id() {
    return id;
  }
}
