package dev.teiten.source.mysql;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a replica, which the server lists as clients. A thread is active while it applies
 * an event; it is idle while it waits for events, for workers, or for the source.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/replica-sql-thread-states.html">Replication
 *     SQL thread states</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/replica-io-thread-states.html">Replication
 *     I/O thread states</a>
 */
final class ReplicationThreads {
  /** The user of what a replica applies. */
  static final String USER = "replication";

  private static final List<String> NAMES = List.of("thread/sql/replica_", "thread/sql/slave_");

  /** Waits of a thread that has an event to apply. */
  private static final List<String> COMMIT_ORDER =
      List.of(
          "waiting for preceding transaction to commit",
          "waiting for dependent transaction to commit");

  private static final List<String> IDLE =
      List.of(
          "waiting",
          "connecting to",
          "reconnecting",
          "checking",
          "registering",
          "requesting",
          "queueing",
          "queuing",
          "reading event",
          "replica has read",
          "slave has read",
          "making temporary file");

  private ReplicationThreads() {}

  /**
   * @param name of the thread, such as {@code thread/sql/replica_worker}
   */
  static boolean isOne(@Nullable String name) {
    return name != null && NAMES.stream().anyMatch(name::startsWith);
  }

  /**
   * Whether a replication thread in this state applies an event.
   *
   * @param state {@code PROCESSLIST_STATE}
   */
  static boolean applies(@Nullable String state) {
    if (state == null || state.isEmpty()) {
      return false;
    }
    String lower = state.toLowerCase(Locale.ROOT);
    return COMMIT_ORDER.stream().anyMatch(lower::startsWith)
        || IDLE.stream().noneMatch(lower::startsWith);
  }
}
