package dev.teiten.review.store;

import dev.teiten.load.Sentence;
import dev.teiten.load.TeitenException;

/** The store of tasks cannot be used. */
public class StoreException extends TeitenException {
  private static final long serialVersionUID = 1L;

  /** Neither the message nor the hint may hold a user or a password. */
  public StoreException(Sentence message, Sentence hint) {
    super(message, hint);
  }
}
