package dev.teiten.web.weekly;

import dev.teiten.rank.Contributor;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of the ranking. */
enum RankingColumn {
  RANK((c, inRange) -> (double) c.rank()),
  RANGE((c, inRange) -> inRange.get(c.fingerprint())),
  LOAD((c, inRange) -> c.loadAas()),
  SHARE((c, inRange) -> c.share()),
  PEAK((c, inRange) -> c.peakShare()),
  CORES((c, inRange) -> c.removablePeakCores()),
  CALLS((c, inRange) -> c.callsPerSecond()),
  LATENCY((c, inRange) -> c.latencySeconds()),
  EXAMINED((c, inRange) -> c.rowsExaminedPerCall()),
  SENT((c, inRange) -> c.rowsSentPerCall()),
  WEEKS((c, inRange) -> null),
  CHANGE((c, inRange) -> difference(c));

  private final Value value;

  RankingColumn(Value value) {
    this.value = value;
  }

  /** A column's value for a query; {@code inRange} is the load in the range by fingerprint. */
  private interface Value {
    @Nullable Double of(Contributor contributor, Map<String, Double> inRange);
  }

  /** The name in addresses. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Parses the {@code sort} of an address; an unknown name gives {@code otherwise}. */
  static RankingColumn of(@Nullable String name, RankingColumn otherwise) {
    for (RankingColumn column : values()) {
      if (column.key().equals(name) && column.isSortable()) {
        return column;
      }
    }
    return otherwise;
  }

  /** Whether rows can be sorted by the column; a sparkline has no order. */
  boolean isSortable() {
    return this != WEEKS;
  }

  /** Whether the first click sorts upwards: ranks do; other columns start with the highest. */
  boolean ascendsFirst() {
    return this == RANK;
  }

  /**
   * The order by this column; unknown values come last in either direction, and ties keep their
   * rank.
   */
  Comparator<Contributor> order(boolean ascending, Map<String, Double> inRange) {
    Comparator<Double> values = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    Function<Contributor, @Nullable Double> key = c -> value.of(c, inRange);
    return Comparator.comparing(key, Comparator.nullsLast(values)).thenComparing(Contributor::rank);
  }

  private static @Nullable Double difference(Contributor contributor) {
    Double before = contributor.change().loadAasBefore();
    return before == null ? null : contributor.loadAas() - before;
  }
}
