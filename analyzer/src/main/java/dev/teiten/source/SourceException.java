package dev.teiten.source;

import dev.teiten.load.TeitenException;

/** A source could not be asked, or refused. */
public class SourceException extends TeitenException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String part;

  /**
   * @param part what could not be had, without saying of what instance: {@code
   *     pi:GetResourceMetrics by db.user}
   */
  public SourceException(Reason reason, String part, String message, String hint, Throwable cause) {
    super(message, hint, cause);
    this.reason = reason;
    this.part = part;
  }

  /** What could not be had; the same for every instance that lacks it. */
  public String part() {
    return part;
  }

  public Reason reason() {
    return reason;
  }

  /** Why, as far as it decides what the collector does next. */
  public enum Reason {
    /** Credentials are missing, wrong or expired: nothing else will work either. */
    CREDENTIALS,
    /** This one thing is not allowed. */
    DENIED,
    /** The source keeps nothing of the range, or does not know the instance. */
    NOT_KEPT,
    /** The source did not answer, or not in time; trying later may help. */
    UNAVAILABLE
  }
}
