package dev.teiten.source.mysql;

import dev.teiten.load.WaitEvent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The wait event of a session, in Performance Insights' names. The server's instruments come first;
 * for waits without an instrument, the state of the thread is used. A session without a known wait
 * is on the CPU, or waits for it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Reference.Waitevents.html">
 *     Aurora MySQL wait events</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/general-thread-states.html">Thread
 *     states</a>
 */
final class WaitNames {
  /** Aurora's name; MySQL has no instrument for this wait. */
  private static final WaitEvent ROW_LOCK = new WaitEvent("synch/cond/innodb/row_lock_wait");

  private static final WaitEvent METADATA_LOCK = new WaitEvent("lock/metadata/sql/mdl");
  private static final WaitEvent TABLE_LOCK = new WaitEvent("lock/table/sql/handler");
  private static final WaitEvent COMMIT = new WaitEvent("io/redo_log_flush");
  private static final WaitEvent CLIENT = new WaitEvent("io/socket/sql/client_connection");
  private static final WaitEvent SLEEP = new WaitEvent("synch/cond/sql/Item_func_sleep::cond");

  /** Before a state that says no more than that the session waits. */
  private static final String STATE = "state/";

  private WaitNames() {}

  /**
   * @param lockWait whether the session's transaction waits for a lock in InnoDB
   * @param instrument the running instrument, for example {@code wait/io/table/sql/handler}; null
   *     if none
   * @param state {@code PROCESSLIST_STATE}
   */
  static WaitEvent of(boolean lockWait, @Nullable String instrument, @Nullable String state) {
    if (lockWait) {
      return ROW_LOCK;
    }
    if (instrument != null && !instrument.equals("idle")) {
      return new WaitEvent(instrument);
    }
    return state == null ? WaitEvent.CPU : ofState(state.toLowerCase(Locale.ROOT));
  }

  private static WaitEvent ofState(String state) {
    return switch (state) {
      case "waiting for table level lock" -> TABLE_LOCK;
      case "waiting for handler commit",
          "waiting for semi-sync ack from replica",
          "waiting for semi-sync ack from slave" ->
          COMMIT;
      case "sending to client", "reading from net", "writing to net" -> CLIENT;
      case "user sleep" -> SLEEP;
      case "user lock" -> METADATA_LOCK;
      // Locks of tables, schemas, functions and tablespaces; the global read lock; the backup lock.
      default ->
          state.startsWith("waiting for") && state.endsWith("lock")
              ? METADATA_LOCK
              : state.startsWith("waiting") ? new WaitEvent(STATE + state) : WaitEvent.CPU;
    };
  }
}
