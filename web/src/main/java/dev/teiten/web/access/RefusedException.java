package dev.teiten.web.access;

import dev.teiten.load.Sentence;
import dev.teiten.load.TeitenException;

/** This reader may not do this. */
public final class RefusedException extends TeitenException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedException(int status, Sentence message, Sentence hint) {
    super(message, hint);
    this.status = status;
  }

  /** 401 where a login is missing, 403 where none helps. */
  public int status() {
    return status;
  }
}
