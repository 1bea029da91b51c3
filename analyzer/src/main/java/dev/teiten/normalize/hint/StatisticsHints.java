package dev.teiten.normalize.hint;

import dev.teiten.normalize.scan.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hints from the database's own counters; an unknown figure gives no hint. */
public final class StatisticsHints {
  private static final double MANY_ROWS = 100;

  /** A lookup by an index reads five; 100 pages of 8 KiB are 0.8 MB for a row. */
  private static final double MANY_PAGES = 100;

  private static final double LONG_LOCK_SECONDS = 0.001;
  private static final double ONE_IN_TEN = 0.1;

  private StatisticsHints() {}

  /**
   * The hints that the mean figures of a query earn; null where a figure is not known.
   *
   * @param rowsExaminedPerRowSent how many rows are read for one that is sent
   * @param fullJoinsPerCall joins without an index
   * @param scansPerCall full scans of the first table
   * @param lockSecondsPerCall seconds spent waiting for table and row locks
   * @param tmpDiskTablesPerCall temporary tables written to disk
   * @param dialect of the database, whose manual is linked
   * @see <a
   *     href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema-statement-summary-tables.html">
   *     Statement summary tables</a>
   */
  public static List<Hint> fromStatistics(
      @Nullable Double rowsExaminedPerRowSent,
      @Nullable Double fullJoinsPerCall,
      @Nullable Double scansPerCall,
      @Nullable Double lockSecondsPerCall,
      @Nullable Double tmpDiskTablesPerCall,
      Dialect dialect) {
    Figures figures = new Figures(dialect, new ArrayList<>());
    figures.add(
        HintRule.ROWS_EXAMINED, HintFigure.ROWS_PER_ROW_SENT, rowsExaminedPerRowSent, MANY_ROWS);
    figures.add(HintRule.FULL_JOIN, HintFigure.FULL_JOINS, fullJoinsPerCall, ONE_IN_TEN);
    figures.add(HintRule.FULL_SCAN, HintFigure.FULL_SCANS, scansPerCall, ONE_IN_TEN);
    figures.add(HintRule.LOCK_TIME, HintFigure.LOCK_SECONDS, lockSecondsPerCall, LONG_LOCK_SECONDS);
    figures.add(
        HintRule.TMP_DISK_TABLE, HintFigure.TMP_DISK_TABLES, tmpDiskTablesPerCall, ONE_IN_TEN);
    return List.copyOf(figures.hints);
  }

  /**
   * The hints that the counted blocks of a PostgreSQL query earn; null where a figure is not known.
   *
   * @param pagesPerRow how many pages are read for a row, from the buffer pool or storage
   * @param tempPagesPerCall pages written to temporary files
   * @see <a href="https://www.postgresql.org/docs/current/pgstatstatements.html">
   *     pg_stat_statements</a>
   */
  public static List<Hint> fromBlocks(
      @Nullable Double pagesPerRow, @Nullable Double tempPagesPerCall) {
    Figures figures = new Figures(Dialect.POSTGRESQL, new ArrayList<>());
    figures.add(HintRule.PAGES_READ, HintFigure.PAGES_PER_ROW, pagesPerRow, MANY_PAGES);
    figures.add(HintRule.TEMP_FILES, HintFigure.TEMP_PAGES, tempPagesPerCall, ONE_IN_TEN);
    return List.copyOf(figures.hints);
  }

  private record Figures(Dialect dialect, List<Hint> hints) {
    void add(HintRule rule, HintFigure figure, @Nullable Double value, double atLeast) {
      if (value != null && value >= atLeast && Double.isFinite(value)) {
        hints.add(rule.at(figure.ofNumber(value), dialect));
      }
    }
  }
}
