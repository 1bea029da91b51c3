package dev.teiten.archive.files;

import dev.teiten.load.Sentence;
import dev.teiten.load.TeitenException;

/** The archive could not be read or written. */
public class ArchiveException extends TeitenException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(String message, String hint) {
    super(message, hint);
  }

  public ArchiveException(Sentence message, Sentence hint) {
    super(message, hint);
  }

  public ArchiveException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
