package dev.teiten.source.mysql;

import dev.teiten.source.SourceException.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The errors of a server for which something can be done.
 *
 * @see <a href="https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html">MySQL
 *     error reference</a>
 */
enum ServerError {
  TOO_MANY_CONNECTIONS(
      1040,
      Reason.UNAVAILABLE,
      "has no connection left",
      "SHOW PROCESSLIST tells who holds them; SET GLOBAL max_connections raises the number, if the"
          + " memory allows it."),
  TOO_MANY_OF_USER(
      1203,
      Reason.UNAVAILABLE,
      "has no connection left for this user",
      "ALTER USER the_user WITH MAX_USER_CONNECTIONS 0; or SET GLOBAL max_user_connections."),
  USER_LIMIT(
      1226,
      Reason.UNAVAILABLE,
      "lets this user ask no more in this hour",
      "ALTER USER the_user WITH MAX_USER_CONNECTIONS 0 MAX_QUERIES_PER_HOUR 0"
          + " MAX_CONNECTIONS_PER_HOUR 0;"),
  HOST_BLOCKED(
      1129,
      Reason.UNAVAILABLE,
      "refuses this host after many failed connections",
      "TRUNCATE performance_schema.host_cache; and find what interrupted the connections."),
  DATABASE_DENIED(1044, Reason.DENIED, ServerError.HIDDEN, ServerError.GRANTS),
  TABLE_DENIED(1142, Reason.DENIED, ServerError.HIDDEN, ServerError.GRANTS),
  COLUMN_DENIED(1143, Reason.DENIED, ServerError.HIDDEN, ServerError.GRANTS),
  PRIVILEGE_MISSING(1227, Reason.DENIED, ServerError.HIDDEN, ServerError.GRANTS),
  PASSWORD_TO_CHANGE(1820, Reason.CREDENTIALS, ServerError.EXPIRED, ServerError.RENEW),
  PASSWORD_EXPIRED(1862, Reason.CREDENTIALS, ServerError.EXPIRED, ServerError.RENEW),
  ACCOUNT_LOCKED(
      3118, Reason.CREDENTIALS, "has locked this account", "ALTER USER the_user ACCOUNT UNLOCK;"),
  ACCOUNT_BLOCKED(
      3955,
      Reason.CREDENTIALS,
      "has blocked this account for a time, after wrong passwords",
      "ALTER USER the_user ACCOUNT UNLOCK; and look who has the wrong password."),
  OFFLINE(
      3032,
      Reason.UNAVAILABLE,
      "is in offline mode, in which only administrators connect",
      "SET GLOBAL offline_mode = OFF; or wait until its maintenance is over."),
  TLS_NEEDED(
      3159,
      Reason.UNAVAILABLE,
      "takes connections with TLS only",
      "Add sslMode=REQUIRED to the URL.");

  private static final String HIDDEN = "does not let this user see its sessions";
  private static final String GRANTS =
      "GRANT SELECT ON performance_schema.* TO the_user; GRANT PROCESS ON *.* TO the_user;";
  private static final String EXPIRED = "says that the password of this account has expired";
  private static final String RENEW =
      "ALTER USER the_user IDENTIFIED BY 'a new one' PASSWORD EXPIRE NEVER;";

  private final int code;
  private final Reason reason;
  private final String message;
  private final String hint;

  ServerError(int code, Reason reason, String message, String hint) {
    this.code = code;
    this.reason = reason;
    this.message = message;
    this.hint = hint;
  }

  static Optional<ServerError> of(int code) {
    return Stream.of(values()).filter(error -> error.code == code).findFirst();
  }

  Reason reason() {
    return reason;
  }

  /** The predicate of a sentence about the server. */
  String message() {
    return message;
  }

  /** The remedy. */
  String hint() {
    return hint;
  }
}
