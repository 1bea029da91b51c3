package dev.teiten.archive;

import dev.teiten.collect.Series;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Performance Insights can group DB load by beside waits and statements.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_DimensionGroup.html">DimensionGroup</a>
 */
public enum Dimension {
  USER(Series.Kind.HOUR_USER, Series.Kind.DAY_DIGEST_USER),
  HOST(Series.Kind.HOUR_HOST, Series.Kind.DAY_DIGEST_HOST),
  DATABASE(Series.Kind.HOUR_DATABASE, null),
  /** PostgreSQL only. */
  APPLICATION(Series.Kind.HOUR_APPLICATION, null);

  private final Series.Kind hourly;
  private final Series.@Nullable Kind ofDigests;

  Dimension(Series.Kind hourly, Series.@Nullable Kind ofDigests) {
    this.hourly = hourly;
    this.ofDigests = ofDigests;
  }

  /** The name of its series by hour in the archive. */
  String series() {
    return name(hourly);
  }

  /** The name of its series by digest and day; empty if there is none. */
  String digestSeries() {
    return ofDigests == null ? "" : name(ofDigests);
  }

  private static String name(Series.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
