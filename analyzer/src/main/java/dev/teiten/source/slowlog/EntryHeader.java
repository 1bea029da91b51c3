package dev.teiten.source.slowlog;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header of one entry, while its lines are read. */
final class EntryHeader {
  /** Locks of tables and rows; the log does not say which. */
  private static final WaitEvent LOCK = new WaitEvent("Lock:Lock_time");

  private static final WaitEvent ROW_LOCK = new WaitEvent("Lock:InnoDB_rec_lock_wait");
  private static final WaitEvent READ = new WaitEvent("io/InnoDB_IO_r_wait");
  private static final WaitEvent QUEUE = new WaitEvent("synch/InnoDB_queue_wait");

  private static final byte[] AT = LogBytes.of(" @ ");

  private static final Map<HeaderField, DigestStatistic> STATISTICS =
      new EnumMap<>(
          Map.of(
              HeaderField.ROWS_SENT, DigestStatistic.ROWS_SENT_PER_SECOND,
              HeaderField.ROWS_EXAMINED, DigestStatistic.ROWS_EXAMINED_PER_SECOND,
              HeaderField.ROWS_AFFECTED, DigestStatistic.ROWS_AFFECTED_PER_SECOND,
              HeaderField.FULL_SCAN, DigestStatistic.SCANS_PER_SECOND,
              HeaderField.FULL_JOIN, DigestStatistic.FULL_JOINS_PER_SECOND,
              HeaderField.TMP_TABLES, DigestStatistic.TMP_TABLES_PER_SECOND,
              HeaderField.TMP_DISK_TABLES, DigestStatistic.TMP_DISK_TABLES_PER_SECOND,
              HeaderField.SORT_ROWS, DigestStatistic.SORT_ROWS_PER_SECOND,
              HeaderField.LOCK_TIME, DigestStatistic.LOCK_SECONDS_PER_SECOND));

  private final double[] values = new double[HeaderField.values().length];
  private @Nullable String user;
  private @Nullable String host;
  private @Nullable String schema;

  EntryHeader() {
    clear();
  }

  void clear() {
    Arrays.fill(values, Double.NaN);
    user = null;
    host = null;
    schema = null;
  }

  /** Reads the fields of a line, {@code Name: value} each. */
  void readFields(byte[] bytes, int from, int to) {
    int at = LogBytes.skipSpaces(bytes, from, to);
    while (at < to) {
      int end = LogBytes.find(bytes, at, to, ' ');
      if (bytes[end - 1] == ':') {
        HeaderField field = HeaderField.at(bytes, at, end - 1);
        int value = LogBytes.skipSpaces(bytes, end, to);
        int valueEnd = LogBytes.find(bytes, value, to, ' ');
        boolean isEmpty = value >= valueEnd || bytes[valueEnd - 1] == ':';
        if (!isEmpty) {
          put(field, bytes, value, valueEnd);
          end = valueEnd;
        }
      }
      at = LogBytes.skipSpaces(bytes, end, to);
    }
  }

  private void put(@Nullable HeaderField field, byte[] bytes, int from, int to) {
    if (field == HeaderField.SCHEMA) {
      schema = LogBytes.text(bytes, from, to);
    } else if (field == HeaderField.MARIADB) {
      values[field.ordinal()] = 1;
    } else if (field != null && !has(field)) {
      // A number such as Tmp_tables comes before a mere Yes, such as Tmp_table.
      values[field.ordinal()] = LogBytes.number(bytes, from, to);
    }
  }

  /** Reads {@code user[account] @ host [address]}. */
  void readUser(byte[] bytes, int from, int to) {
    int bracket = LogBytes.find(bytes, from, to, '[');
    int begin = LogBytes.skipSpaces(bytes, from, to);
    user = bracket > begin ? LogBytes.text(bytes, begin, bracket) : inBrackets(bytes, bracket, to);
    int at = bracket;
    while (at < to && !LogBytes.equal(bytes, at, Math.min(to, at + AT.length), AT)) {
      at++;
    }
    int hostBegin = LogBytes.skipSpaces(bytes, at + AT.length, to);
    int hostBracket = LogBytes.find(bytes, hostBegin, to, '[');
    String name = LogBytes.text(bytes, hostBegin, hostBracket).strip();
    host = name.isEmpty() ? inBrackets(bytes, hostBracket, to) : name;
  }

  private static @Nullable String inBrackets(byte[] bytes, int bracket, int to) {
    String text =
        bracket >= to
            ? ""
            : LogBytes.text(bytes, bracket + 1, LogBytes.find(bytes, bracket, to, ']'));
    return text.isEmpty() ? null : text;
  }

  double value(HeaderField field) {
    return values[field.ordinal()];
  }

  boolean has(HeaderField field) {
    return !Double.isNaN(value(field));
  }

  @Nullable String user() {
    return user;
  }

  @Nullable String host() {
    return host;
  }

  @Nullable String schema() {
    return schema;
  }

  /** The seconds by wait; a value above what is left of the statement's time is reduced to it. */
  Map<WaitEvent, Double> waits() {
    double left = value(HeaderField.QUERY_TIME);
    Map<WaitEvent, Double> waits = new HashMap<>(2);
    left = put(waits, LOCK, HeaderField.LOCK_TIME, left);
    left = put(waits, READ, HeaderField.IO_WAIT, left);
    left = put(waits, ROW_LOCK, HeaderField.ROW_LOCK_WAIT, left);
    put(waits, QUEUE, HeaderField.QUEUE_WAIT, left);
    return waits;
  }

  private double put(Map<WaitEvent, Double> waits, WaitEvent wait, HeaderField field, double left) {
    double seconds = Math.min(left, value(field));
    if (!(seconds > 0)) {
      return left;
    }
    waits.put(wait, seconds);
    return left - seconds;
  }

  /** The work of the statement, by statistic. */
  Map<DigestStatistic, Double> counts() {
    Map<DigestStatistic, Double> counts = new EnumMap<>(DigestStatistic.class);
    STATISTICS.forEach(
        (field, statistic) -> {
          if (has(field)) {
            counts.put(statistic, value(field));
          }
        });
    return counts;
  }
}
