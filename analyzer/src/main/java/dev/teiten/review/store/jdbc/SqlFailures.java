package dev.teiten.review.store.jdbc;

import dev.teiten.load.Sentence;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.StoreException;
import dev.teiten.review.store.StoreText;
import dev.teiten.review.store.UnansweredStoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Describes failures of a database. A driver's message may contain a user, so only its codes are
 * used, and the exception is not passed on as a cause.
 *
 * @see <a href="https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html">MySQL
 *     error reference</a>
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite result codes</a>
 */
final class SqlFailures {
  private static final String LOGIN_REFUSED = "28000";
  private static final String NO_CONNECTION = "08";
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
    Failure said =
        sql == null
            ? said(StoreText.FAILED.of(), StoreText.IT_SAID.of(failure.getClass().getSimpleName()))
            : address.isSqlite() ? sqlite(sql, address) : mysql(sql);
    Sentence message = StoreText.STORE.of(address.shown(), said.what());
    return sql != null && !address.isSqlite() && isUnanswered(sql)
        ? new UnansweredStoreException(message, said.hint())
        : new StoreException(message, said.hint());
  }

  /** A failure with its hint. */
  private record Failure(Sentence what, Sentence hint) {}

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

  private static Failure sqlite(SQLException sql, StoreAddress address) {
    int code = sql.getErrorCode() & 0xff;
    return switch (code) {
      case SQLITE_BUSY -> said(StoreText.LOCKED.of(), StoreText.TRY_AGAIN.of());
      case SQLITE_READONLY -> said(StoreText.READ_ONLY.of(), StoreText.MAY_YOU_WRITE.of());
      case SQLITE_FULL -> said(StoreText.CANNOT_GROW.of(), StoreText.DISK_FULL.of());
      case SQLITE_NOT_A_DATABASE -> said(StoreText.NO_SQLITE.of(), StoreText.NAME_ANOTHER.of());
      default ->
          said(
              StoreText.NOT_OPENED.of(code),
              (address.mayHoldTasks() ? StoreText.MAY_YOU_READ : StoreText.HAS_FOLDER).of());
    };
  }

  private static Failure mysql(SQLException sql) {
    String state = String.valueOf(sql.getSQLState());
    if (state.equals(LOGIN_REFUSED)) {
      return said(StoreText.LOGIN_REFUSED.of(), StoreText.SET_LOGIN.of());
    }
    if (isUnanswered(sql)) {
      return said(StoreText.NO_ANSWER.of(), StoreText.IS_IT_UP.of());
    }
    return switch (sql.getErrorCode()) {
      case UNKNOWN_DATABASE -> said(StoreText.NOT_THERE.of(), StoreText.CREATE_DATABASE.of());
      case DATABASE_DENIED, TABLE_DENIED, COMMAND_DENIED, READ_ONLY_SERVER ->
          said(StoreText.READ_ONLY.of(), StoreText.USER_NEEDS.of());
      default ->
          said(
              StoreText.ERROR.of(String.valueOf(sql.getErrorCode()), state),
              StoreText.SEE_REFERENCE.of());
    };
  }

  private static boolean isUnanswered(SQLException sql) {
    return String.valueOf(sql.getSQLState()).startsWith(NO_CONNECTION);
  }

  private static Failure said(Sentence what, Sentence hint) {
    return new Failure(what, hint);
  }
}
