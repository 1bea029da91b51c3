package dev.teiten.source.mysql;

import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Describes the errors of a server. A driver's message may contain a user, so only its codes are
 * used.
 */
final class MysqlFailures {
  private static final String LOGIN_REFUSED = "28000";
  private static final String CUT_SHORT = "70100";
  private static final int TOO_LONG = 3024;
  private static final int INTERRUPTED = 1317;

  /** The driver's words for a server without TLS; the error has no code of its own. */
  private static final String NO_TLS = "SSL Connection required";

  private MysqlFailures() {}

  /** Whether a query reached its time limit; the connection stays usable. */
  static boolean isTooLong(SQLException failure) {
    return failure.getErrorCode() == TOO_LONG
        || failure.getErrorCode() == INTERRUPTED
        || CUT_SHORT.equals(failure.getSQLState());
  }

  static SourceException of(SQLException failure, MysqlAddress address) {
    String state = String.valueOf(failure.getSQLState());
    int code = failure.getErrorCode();
    return ServerError.of(code)
        .map(e -> said(failure, e.reason(), address + " " + e.message(), e.hint()))
        .orElseGet(() -> otherwise(failure, state, code, address));
  }

  private static SourceException otherwise(
      SQLException failure, String state, int code, MysqlAddress address) {
    if (state.equals(LOGIN_REFUSED)) {
      return said(
          failure,
          Reason.CREDENTIALS,
          address + " refused the login",
          "Set TEITEN_SAMPLE_USER and TEITEN_SAMPLE_PASSWORD, or the URL.");
    }
    if (causes(failure).anyMatch(SSLException.class::isInstance)) {
      return said(
          failure,
          Reason.UNAVAILABLE,
          "The TLS certificate of " + address + " is not accepted",
          "Name its authority by trustCertificateKeyStoreUrl in the URL; sslMode=REQUIRED encrypts"
              + " without this check.");
    }
    if (causes(failure).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(NO_TLS))) {
      return said(
          failure,
          Reason.UNAVAILABLE,
          address + " has no TLS, which the URL demands",
          "Set ssl_cert and ssl_key on the server, or sslMode=PREFERRED in the URL.");
    }
    if (state.startsWith("08")) {
      return said(
          failure,
          Reason.UNAVAILABLE,
          address + " does not answer",
          "Is the server up, and host and port right? Without TLS the URL may need"
              + " allowPublicKeyRetrieval=true.");
    }
    return said(
        failure,
        Reason.UNAVAILABLE,
        address + " failed with error " + code + " (SQLSTATE " + state + ")",
        "The MySQL error reference says what that is.");
  }

  /** The failure and its causes. */
  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  static SourceException unfit(String message, String hint) {
    return new SourceException(
        Reason.UNAVAILABLE, "performance_schema", message, hint, new SQLException(message));
  }

  private static SourceException said(
      SQLException failure, Reason reason, String message, String hint) {
    SQLException bare =
        new SQLException(
            "error " + failure.getErrorCode(), failure.getSQLState(), failure.getErrorCode());
    return new SourceException(reason, "performance_schema", message, hint, bare);
  }
}
