package dev.teiten.archive;

import dev.teiten.collect.Series;
import java.util.Locale;

/**
 * What Performance Insights can group DB load by beside waits and statements. MySQL has no
 * application.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_DimensionGroup.html">DimensionGroup</a>
 */
public enum Dimension {
  USER(Series.Kind.HOUR_USER),
  HOST(Series.Kind.HOUR_HOST),
  DATABASE(Series.Kind.HOUR_DATABASE);

  private final Series.Kind kind;

  Dimension(Series.Kind kind) {
    this.kind = kind;
  }

  /** The name of its series in the archive. */
  String series() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
