package dev.teiten.web.access;

import dev.teiten.load.Sentence;
import dev.teiten.load.TeitenException;

/** The reader lacks a permission. */
public final class RefusedException extends TeitenException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedException(int status, Sentence message, Sentence hint) {
    super(message, hint);
    this.status = status;
  }

  /** 401 without a login, 403 if a login does not help. */
  public int status() {
    return status;
  }
}
