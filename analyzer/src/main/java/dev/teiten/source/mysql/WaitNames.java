package dev.teiten.source.mysql;

import dev.teiten.load.WaitEvent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a session waits for, in the names that Performance Insights has for it. The server's
 * instruments know best; what they do not see, the state of the thread may tell. Whoever is not
 * known to wait is on the CPU, or waits for it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Reference.Waitevents.html">
 *     Aurora MySQL wait events</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/general-thread-states.html">Thread
 *     states</a>
 */
final class WaitNames {
  /** No instrument of MySQL sees it; Aurora's name. */
  private static final WaitEvent ROW_LOCK = new WaitEvent("synch/cond/innodb/row_lock_wait");

  private static final WaitEvent METADATA_LOCK = new WaitEvent("lock/metadata/sql/mdl");
  private static final WaitEvent TABLE_LOCK = new WaitEvent("lock/table/sql/handler");
  private static final WaitEvent COMMIT = new WaitEvent("io/redo_log_flush");
  private static final WaitEvent CLIENT = new WaitEvent("io/socket/sql/client_connection");
  private static final WaitEvent SLEEP = new WaitEvent("synch/cond/sql/Item_func_sleep::cond");

  private WaitNames() {}

  /**
   * @param lockWait whether InnoDB says that its transaction waits for a lock
   * @param instrument that is running, such as {@code wait/io/table/sql/handler}; null if none
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
      case "waiting for handler commit" -> COMMIT;
      case "sending to client", "reading from net", "writing to net" -> CLIENT;
      case "user sleep" -> SLEEP;
      case "user lock" -> METADATA_LOCK;
      // Of tables, schemas, functions, tablespaces; the global read lock, the backup lock.
      default ->
          state.startsWith("waiting for") && state.endsWith("lock") ? METADATA_LOCK : WaitEvent.CPU;
    };
  }
}
