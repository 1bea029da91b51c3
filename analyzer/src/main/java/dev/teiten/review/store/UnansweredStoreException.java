package dev.teiten.review.store;

import dev.teiten.load.Sentence;

/** The server of the store does not answer, and may do so later. */
public final class UnansweredStoreException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** Neither the message nor the hint may hold a user or a password. */
  public UnansweredStoreException(Sentence message, Sentence hint) {
    super(message, hint);
  }
}
