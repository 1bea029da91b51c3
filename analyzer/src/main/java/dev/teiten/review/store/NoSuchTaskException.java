package dev.teiten.review.store;

/** There is no task of that number. */
public final class NoSuchTaskException extends StoreException {
  private static final long serialVersionUID = 1L;

  public NoSuchTaskException(long id) {
    super(StoreText.NO_TASK.of(id), StoreText.TASKS_PAGE.of());
  }
}
