package dev.teiten.source.sample;

import dev.teiten.source.Series;
import dev.teiten.source.Series.Kind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What tells the series of a day apart. */
record SeriesKey(Kind kind, String key, String detail) {
  private static final Set<Kind> BY_MINUTE =
      EnumSet.of(Kind.TOTAL, Kind.WAIT, Kind.DIGEST, Kind.DIGEST_CPU, Kind.COUNTER);
  private static final Set<Kind> BY_HOUR =
      EnumSet.of(
          Kind.HOUR_DIGEST,
          Kind.HOUR_DIGEST_WAIT,
          Kind.HOUR_USER,
          Kind.HOUR_HOST,
          Kind.HOUR_DATABASE);
  private static final Set<Kind> BY_DAY = EnumSet.of(Kind.DAY_DIGEST_USER, Kind.DAY_DIGEST_HOST);

  static SeriesKey of(Series series) {
    return new SeriesKey(series.kind(), series.key(), series.detail());
  }

  Series series(Instant from, int stepSeconds, float[] values) {
    return new Series(kind, key, detail, from, stepSeconds, values);
  }

  boolean isByMinute() {
    return BY_MINUTE.contains(kind);
  }

  boolean isByHour() {
    return BY_HOUR.contains(kind);
  }

  boolean isByDay() {
    return BY_DAY.contains(kind);
  }

  /** Whether it is a load of a digest by minute. */
  boolean isOfDigest() {
    return kind == Kind.DIGEST || kind == Kind.DIGEST_CPU;
  }
}
