package dev.teiten.source;

import dev.teiten.load.TeitenException;

/** A source did not answer, or refused a request. */
public class SourceException extends TeitenException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String part;

  /**
   * @param part the missing part, without the name of an instance: {@code pi:GetResourceMetrics by
   *     db.user}
   */
  public SourceException(Reason reason, String part, String message, String hint, Throwable cause) {
    super(message, hint, cause);
    this.reason = reason;
    this.part = part;
  }

  /** The missing part; it has the same name for every instance. */
  public String part() {
    return part;
  }

  public Reason reason() {
    return reason;
  }

  /** The reason of the failure, as far as it decides the collector's next step. */
  public enum Reason {
    /** Credentials are missing, wrong or expired: every other request fails too. */
    CREDENTIALS,
    /** This action alone is not allowed. */
    DENIED,
    /** The source has no data for the range, or does not know the instance. */
    NOT_KEPT,
    /** The source did not answer, or not in time; a later attempt may succeed. */
    UNAVAILABLE
  }
}
