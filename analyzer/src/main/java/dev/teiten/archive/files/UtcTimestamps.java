package dev.teiten.archive.files;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instants as the archive's tables keep them: timestamps in UTC, to the microsecond. */
final class UtcTimestamps {
  private UtcTimestamps() {}

  static LocalDateTime of(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant instant(@Nullable Object timestamp) {
    LocalDateTime time =
        timestamp instanceof Timestamp t
            ? t.toLocalDateTime()
            : (LocalDateTime) Objects.requireNonNull(timestamp);
    return time.toInstant(ZoneOffset.UTC);
  }
}
