package dev.teiten.load;

/**
 * A property of sessions, other than wait and statement, by which Performance Insights groups DB
 * load.
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
