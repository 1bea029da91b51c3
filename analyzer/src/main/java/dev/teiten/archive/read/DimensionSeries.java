package dev.teiten.archive.read;

import dev.teiten.load.Dimension;
import dev.teiten.source.SourceSeries;
import java.util.Locale;
import java.util.Map;

/** The names of the series that hold a cluster's load by {@link Dimension}. */
final class DimensionSeries {
  /** Load by key and hour, by the series' name. */
  static final Map<String, Dimension> HOURLY =
      Map.of(
          name(SourceSeries.SeriesKind.HOUR_USER), Dimension.USER,
          name(SourceSeries.SeriesKind.HOUR_HOST), Dimension.HOST,
          name(SourceSeries.SeriesKind.HOUR_DATABASE), Dimension.DATABASE,
          name(SourceSeries.SeriesKind.HOUR_APPLICATION), Dimension.APPLICATION);

  /** Load of digests by caller and day, by the series' name. */
  static final Map<String, Dimension> OF_DIGESTS =
      Map.of(
          name(SourceSeries.SeriesKind.DAY_DIGEST_USER), Dimension.USER,
          name(SourceSeries.SeriesKind.DAY_DIGEST_HOST), Dimension.HOST);

  private DimensionSeries() {}

  private static String name(SourceSeries.SeriesKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
