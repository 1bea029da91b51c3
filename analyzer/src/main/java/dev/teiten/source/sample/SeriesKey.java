package dev.teiten.source.sample;

import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The identity of a series within a day. */
record SeriesKey(SeriesKind kind, String key, String detail) {
  private static final Set<SeriesKind> BY_MINUTE =
      EnumSet.of(
          SeriesKind.TOTAL,
          SeriesKind.WAIT,
          SeriesKind.DIGEST,
          SeriesKind.DIGEST_CPU,
          SeriesKind.COUNTER);
  private static final Set<SeriesKind> BY_HOUR =
      EnumSet.of(
          SeriesKind.HOUR_DIGEST,
          SeriesKind.HOUR_DIGEST_WAIT,
          SeriesKind.HOUR_USER,
          SeriesKind.HOUR_HOST,
          SeriesKind.HOUR_DATABASE);
  private static final Set<SeriesKind> BY_DAY =
      EnumSet.of(SeriesKind.DAY_DIGEST_USER, SeriesKind.DAY_DIGEST_HOST);

  static SeriesKey of(SourceSeries series) {
    return new SeriesKey(series.kind(), series.key(), series.detail());
  }

  SourceSeries series(Instant from, int stepSeconds, float[] values) {
    return new SourceSeries(kind, key, detail, from, stepSeconds, values);
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

  /** Whether the series is the load of a digest by minute. */
  boolean isOfDigest() {
    return kind == SeriesKind.DIGEST || kind == SeriesKind.DIGEST_CPU;
  }
}
