package dev.teiten.normalize.hint;

import dev.teiten.normalize.scan.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hints from the database's own counters; an unknown figure gives no hint. */
public final class StatisticsHints {
  private static final double MANY_ROWS = 100;
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
   * @see <a
   *     href="https://dev.mysql.com/doc/refman/8.4/en/performance-schema-statement-summary-tables.html">
   *     Statement summary tables</a>
   */
  public static List<Hint> fromStatistics(
      @Nullable Double rowsExaminedPerRowSent,
      @Nullable Double fullJoinsPerCall,
      @Nullable Double scansPerCall,
      @Nullable Double lockSecondsPerCall,
      @Nullable Double tmpDiskTablesPerCall) {
    List<Hint> hints = new ArrayList<>();
    add(
        hints,
        HintRule.ROWS_EXAMINED,
        rowsExaminedPerRowSent,
        MANY_ROWS,
        "rows examined per row sent");
    add(hints, HintRule.FULL_JOIN, fullJoinsPerCall, ONE_IN_TEN, "full joins per call");
    add(hints, HintRule.FULL_SCAN, scansPerCall, ONE_IN_TEN, "full scans per call");
    add(
        hints,
        HintRule.LOCK_TIME,
        lockSecondsPerCall,
        LONG_LOCK_SECONDS,
        "seconds of lock time per call");
    add(
        hints,
        HintRule.TMP_DISK_TABLE,
        tmpDiskTablesPerCall,
        ONE_IN_TEN,
        "temporary tables on disk per call");
    return List.copyOf(hints);
  }

  private static void add(
      List<Hint> hints, HintRule rule, @Nullable Double value, double atLeast, String unit) {
    if (value != null && value >= atLeast && Double.isFinite(value)) {
      String figure = String.format(Locale.ROOT, value < 10 ? "%.3g %s" : "%,.0f %s", value, unit);
      hints.add(rule.at(figure, Dialect.MYSQL));
    }
  }
}
