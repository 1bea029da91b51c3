package dev.teiten.review.store.jdbc;

import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Says what a database could not do. A driver's own words may hold a user, so only its codes are
 * taken over, and the exception is not handed on as a cause.
 *
 * @see <a href="https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html">MySQL
 *     error reference</a>
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite result codes</a>
 */
final class SqlFailures {
  private static final String LOGIN_REFUSED = "28000";
  private static final int UNKNOWN_DATABASE = 1049;
  private static final int DATABASE_DENIED = 1044;
  private static final int TABLE_DENIED = 1142;
  private static final int COMMAND_DENIED = 1370;
  private static final int READ_ONLY_SERVER = 1290;
  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_READONLY = 8;
  private static final int SQLITE_FULL = 13;
  private static final int SQLITE_NOT_A_DATABASE = 26;

  private SqlFailures() {}

  static StoreException of(Throwable failure, StoreAddress address) {
    SQLException sql = innermost(failure);
    String message = "The store of tasks " + address.shown() + " " + (sql == null ? "failed" : "");
    if (sql == null) {
      return new StoreException(message, "It said: " + failure.getClass().getSimpleName() + ".");
    }
    String[] said = address.isSqlite() ? sqlite(sql, address) : mysql(sql);
    return new StoreException(message + said[0], said[1]);
  }

  private static @Nullable SQLException innermost(Throwable failure) {
    SQLException found = null;
    Throwable at = failure;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (at instanceof SQLException sql) {
        found = sql;
      }
      at = at.getCause();
    }
    return found;
  }

  private static String[] sqlite(SQLException sql, StoreAddress address) {
    int code = sql.getErrorCode() & 0xff;
    return switch (code) {
      case SQLITE_BUSY -> said("is locked", "Another program holds the file; try again.");
      case SQLITE_READONLY ->
          said("cannot be written", "May you write the file and its folder, and is the disk not?");
      case SQLITE_FULL -> said("cannot grow", "The disk is full.");
      case SQLITE_NOT_A_DATABASE -> said("is no SQLite database", "Name another file.");
      default ->
          said(
              "cannot be opened (SQLite code " + code + ")",
              address.mayHoldTasks()
                  ? "Is it a file that you may read and write, on a local disk?"
                  : "Does its folder exist, and may you write to it?");
    };
  }

  private static String[] mysql(SQLException sql) {
    String state = String.valueOf(sql.getSQLState());
    if (state.equals(LOGIN_REFUSED)) {
      return said(
          "refused the login", "Set TEITEN_STORE_USER and TEITEN_STORE_PASSWORD, or the URL.");
    }
    if (state.startsWith("08")) {
      return said(
          "does not answer",
          "Is the server up, and host and port right? Without TLS the URL may need"
              + " allowPublicKeyRetrieval=true.");
    }
    return switch (sql.getErrorCode()) {
      case UNKNOWN_DATABASE ->
          said("is not there", "Create the database: CREATE DATABASE … CHARACTER SET utf8mb4.");
      case DATABASE_DENIED, TABLE_DENIED, COMMAND_DENIED, READ_ONLY_SERVER ->
          said(
              "cannot be written",
              "The user needs SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX and REFERENCES"
                  + " on the database.");
      default ->
          said(
              "failed with error " + sql.getErrorCode() + " (SQLSTATE " + state + ")",
              "The MySQL error reference says what that is.");
    };
  }

  private static String[] said(String what, String hint) {
    return new String[] {what, hint};
  }
}
