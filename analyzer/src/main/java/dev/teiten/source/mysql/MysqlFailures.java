package dev.teiten.source.mysql;

import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.sql.SQLException;

/**
 * Describes the errors of a server. A driver's message may contain a user, so only its codes are
 * used.
 *
 * @see <a href="https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html">MySQL
 *     error reference</a>
 */
final class MysqlFailures {
  private static final String LOGIN_REFUSED = "28000";
  private static final String CUT_SHORT = "70100";
  private static final int DATABASE_DENIED = 1044;
  private static final int TABLE_DENIED = 1142;
  private static final int COLUMN_DENIED = 1143;
  private static final int PRIVILEGE_MISSING = 1227;
  private static final int TOO_LONG = 3024;
  private static final int INTERRUPTED = 1317;

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
    if (state.equals(LOGIN_REFUSED)) {
      return said(
          failure,
          Reason.CREDENTIALS,
          address + " refused the login",
          "Set TEITEN_SAMPLE_USER and TEITEN_SAMPLE_PASSWORD, or the URL.");
    }
    return switch (code) {
      case DATABASE_DENIED, TABLE_DENIED, COLUMN_DENIED, PRIVILEGE_MISSING ->
          said(
              failure,
              Reason.DENIED,
              address + " does not let this user see its sessions",
              "GRANT SELECT ON performance_schema.* TO the_user; GRANT PROCESS ON *.* TO the_user;");
      default -> otherwise(failure, state, code, address);
    };
  }

  private static SourceException otherwise(
      SQLException failure, String state, int code, MysqlAddress address) {
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
