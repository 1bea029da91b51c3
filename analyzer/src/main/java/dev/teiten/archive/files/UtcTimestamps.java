package dev.teiten.archive.files;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Converts instants to the timestamps of the archive's tables: UTC, to the microsecond. */
final class UtcTimestamps {
  private UtcTimestamps() {}

  static LocalDateTime of(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant instant(Object timestamp) {
    LocalDateTime time =
        timestamp instanceof Timestamp t ? t.toLocalDateTime() : (LocalDateTime) timestamp;
    return time.toInstant(ZoneOffset.UTC);
  }
}
