package dev.teiten.source.slowlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The end of each entry. A log has up to two times of it: the line {@code # Time}, which is missing
 * if it would repeat the one before, and {@code SET timestamp}.
 *
 * <p>A time in ISO form is the end. The timestamp is the end up to MySQL 8.0.13, and the start in
 * MySQL from 8.0.14 on and in MariaDB. The older form of {@code # Time} has no zone; its offset is
 * learned from the timestamps beside it.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/slow-query-log.html">Slow Query Log
 *     Contents</a>
 */
final class LogClock {
  private static final long OFFSET_STEP_SECONDS = 900;
  private static final long MOST_OFFSET_SECONDS = 14 * 3_600;
  private static final int CENTURY = 2_000;

  private @Nullable Instant iso;
  private @Nullable LocalDateTime local;
  private boolean isOwn;
  private double stamp = Double.NaN;
  private long offsetSeconds;
  private boolean stampIsStart;

  /** Whether timestamps are starts from now on. */
  void stampsAreStarts(boolean starts) {
    stampIsStart = starts;
  }

  /** Begins an entry; it keeps the line {@code # Time} of the entry before. */
  void begin() {
    isOwn = false;
    stamp = Double.NaN;
  }

  boolean hasStamp() {
    return !Double.isNaN(stamp);
  }

  void readStamp(double epochSeconds) {
    stamp = epochSeconds;
    if (isOwn && local != null && hasStamp()) {
      long apart = local.toEpochSecond(ZoneOffset.UTC) - (long) epochSeconds;
      long rounded = Math.round((double) apart / OFFSET_STEP_SECONDS) * OFFSET_STEP_SECONDS;
      offsetSeconds = Math.abs(rounded) <= MOST_OFFSET_SECONDS ? rounded : offsetSeconds;
    }
  }

  /** Reads {@code 2026-11-28T05:05:35.293919Z}, or {@code 261128 5:05:35} of older servers. */
  void readTime(String text) {
    String time = text.strip();
    try {
      if (time.length() > 10 && time.charAt(10) == 'T') {
        iso = isoTime(time);
        local = null;
      } else {
        local = older(time);
        iso = null;
      }
      isOwn = true;
    } catch (NumberFormatException | DateTimeException e) {
      // The entry has its timestamp, or is counted as unreadable.
      iso = null;
      local = null;
    }
  }

  /** Reads a time in UTC without the parser of the JDK, which takes longer than all the rest. */
  private static Instant isoTime(String time) {
    int last = time.length() - 1;
    if (last < 19 || last > 26 || time.charAt(last) != 'Z') {
      return OffsetDateTime.parse(time).toInstant();
    }
    long day =
        LocalDate.of(number(time, 0, 4), number(time, 5, 7), number(time, 8, 10)).toEpochDay();
    int minutes = number(time, 11, 13) * 60 + number(time, 14, 16);
    int micros = last > 20 ? number(time, 20, last) : 0;
    for (int digits = last - 20; digits > 0 && digits < 6; digits++) {
      micros *= 10;
    }
    return Instant.ofEpochSecond(
        day * 86_400 + minutes * 60L + number(time, 17, 19), micros * 1_000L);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static LocalDateTime older(String time) {
    String[] parts = time.split("[ \t:]+");
    if (parts.length != 4 || parts[0].length() != 6) {
      throw new NumberFormatException("no time");
    }
    int day = Integer.parseInt(parts[0]);
    LocalDate date = LocalDate.of(CENTURY + day / 10_000, day / 100 % 100, day % 100);
    String[] seconds = parts[3].split("\\.", 2);
    return date.atTime(
        Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(seconds[0]));
  }

  /**
   * The end of the entry; null if the log has no time of it.
   *
   * @param seconds how long the statement ran
   */
  @Nullable Instant end(double seconds) {
    Instant ownIso = isOwn ? iso : null;
    if (ownIso != null) {
      return ownIso;
    }
    if (hasStamp()) {
      return after(Instant.ofEpochMilli(Math.round(stamp * 1e3)), seconds);
    }
    if (local != null) {
      return after(local.minusSeconds(offsetSeconds).toInstant(ZoneOffset.UTC), seconds);
    }
    return iso;
  }

  private Instant after(Instant logged, double seconds) {
    return stampIsStart ? logged.plusNanos(Math.round(seconds * 1e9)) : logged;
  }
}
