package dev.teiten.archive.read;

import dev.teiten.load.Dimension;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.util.Map;

/** The series that hold a cluster's load by {@link Dimension}. */
final class DimensionSeries {
  /** Load by key and hour. */
  static final Map<SeriesKind, Dimension> HOURLY =
      Map.of(
          SeriesKind.HOUR_USER, Dimension.USER,
          SeriesKind.HOUR_HOST, Dimension.HOST,
          SeriesKind.HOUR_DATABASE, Dimension.DATABASE,
          SeriesKind.HOUR_APPLICATION, Dimension.APPLICATION);

  /** Load of digests by caller and day. */
  static final Map<SeriesKind, Dimension> OF_DIGESTS =
      Map.of(
          SeriesKind.DAY_DIGEST_USER, Dimension.USER,
          SeriesKind.DAY_DIGEST_HOST, Dimension.HOST);

  private DimensionSeries() {}
}
