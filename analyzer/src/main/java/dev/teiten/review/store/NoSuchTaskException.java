package dev.teiten.review.store;

/** There is no task of that number. */
public final class NoSuchTaskException extends StoreException {
  private static final long serialVersionUID = 1L;

  public NoSuchTaskException(long id) {
    super("There is no task #" + id, "The tasks page lists them all.");
  }
}
