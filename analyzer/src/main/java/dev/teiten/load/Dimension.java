package dev.teiten.load;

/**
 * What Performance Insights can group DB load by beside waits and statements.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_DimensionGroup.html">DimensionGroup</a>
 */
public enum Dimension {
  USER,
  HOST,
  DATABASE,
  /** PostgreSQL only. */
  APPLICATION
}
