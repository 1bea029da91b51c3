package dev.teiten.source.slowlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entry's header that are read. The servers name some of them differently.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/slow-query-log.html">MySQL: The Slow Query
 *     Log</a>
 * @see <a href="https://docs.percona.com/percona-server/8.0/slow-extended.html">Percona: Slow query
 *     log</a>
 * @see <a href="https://mariadb.com/kb/en/slow-query-log-extended-statistics/">MariaDB: Extended
 *     statistics</a>
 */
enum HeaderField {
  QUERY_TIME("Query_time"),
  LOCK_TIME("Lock_time"),
  ROWS_SENT("Rows_sent"),
  ROWS_EXAMINED("Rows_examined"),
  ROWS_AFFECTED("Rows_affected"),
  FULL_SCAN("Full_scan"),
  FULL_JOIN("Full_join"),
  TMP_TABLES("Tmp_tables", "Created_tmp_tables", "Tmp_table"),
  TMP_DISK_TABLES("Tmp_disk_tables", "Created_tmp_disk_tables", "Tmp_table_on_disk"),
  SORT_ROWS("Sort_rows"),
  IO_WAIT("InnoDB_IO_r_wait"),
  ROW_LOCK_WAIT("InnoDB_rec_lock_wait"),
  QUEUE_WAIT("InnoDB_queue_wait"),
  /** One of so many statements or sessions is logged. */
  RATE("Log_slow_rate_limit"),
  /** The database, as Percona and MariaDB state it. */
  SCHEMA("Schema"),
  /** MariaDB writes this with a small h, Percona with a large one. */
  MARIADB("QC_hit");

  private static final List<HeaderField> ALL = List.of(values());

  private final List<byte[]> names;

  HeaderField(String... names) {
    this.names = List.of(names).stream().map(LogBytes::of).toList();
  }

  /** The field whose name stands at these places; null if it is none of them. */
  static @Nullable HeaderField at(byte[] bytes, int from, int to) {
    for (HeaderField field : ALL) {
      for (byte[] name : field.names) {
        if (LogBytes.equal(bytes, from, to, name)) {
          return field;
        }
      }
    }
    return null;
  }
}
