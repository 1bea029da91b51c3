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

  /** What a column shows of a query; {@code inRange} is its load in the range by fingerprint. */
  private interface Value {
    @Nullable Double of(Contributor contributor, Map<String, Double> inRange);
  }

  /** The name in addresses. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the {@code sort} of an address; anything unknown is {@code otherwise}. */
  static RankingColumn of(@Nullable String name, RankingColumn otherwise) {
    for (RankingColumn column : values()) {
      if (column.key().equals(name) && column.isSortable()) {
        return column;
      }
    }
    return otherwise;
  }

  /** A row of weeks has no order. */
  boolean isSortable() {
    return this != WEEKS;
  }

  /** The direction that a first click gives: ranks ascend, everything else starts with the most. */
  boolean ascendsFirst() {
    return this == RANK;
  }

  /** By this column; what is not known comes last in either direction, ties keep their rank. */
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
