package dev.teiten.load;

import java.util.Locale;

/**
 * Classes of wait events: a chart draws each in its own colour, in this order from the bottom.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Reference.Waitevents.html">
 *     Aurora MySQL wait events</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Reference.Waitevents.html">
 *     Aurora PostgreSQL wait events</a>
 */
public enum WaitClass {
  CPU,
  TABLE_IO,
  COMMIT,
  ROW_LOCK,
  MUTEX,
  NETWORK,
  OTHER;

  static WaitClass of(String waitEvent) {
    String name = waitEvent.toLowerCase(Locale.ROOT);
    if (name.equals("cpu")) {
      return CPU;
    }
    if (containsAny(
        name, "redo_log", "binlog", "xactsync", "walwrite", "walsync", "syncrep", "commit")) {
      return COMMIT;
    }
    if (containsAny(name, "row_lock", "lock/table", "lock/metadata", "lock:")
        && !name.startsWith("lwlock:")) {
      return ROW_LOCK;
    }
    if (containsAny(name, "synch/", "lwlock", "latch", "bufferpin", "spindelay")) {
      return MUTEX;
    }
    if (containsAny(name, "socket", "client:", "net/")) {
      return NETWORK;
    }
    return containsAny(name, "io/", "io:") ? TABLE_IO : OTHER;
  }

  private static boolean containsAny(String name, String... parts) {
    for (String part : parts) {
      if (name.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
