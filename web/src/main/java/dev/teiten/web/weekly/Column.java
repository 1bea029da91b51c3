package dev.teiten.web.weekly;

import dev.teiten.rank.Contributor;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of the ranking that it can be sorted by. */
enum Column {
  RANK(c -> (double) c.rank()),
  LOAD(Contributor::loadAas),
  SHARE(Contributor::share),
  PEAK(Contributor::peakShare),
  CORES(Contributor::removablePeakCores),
  CALLS(Contributor::callsPerSecond),
  LATENCY(Contributor::latencySeconds),
  EXAMINED(Contributor::rowsExaminedPerCall),
  CHANGE(Column::difference);

  private final Function<Contributor, @Nullable Double> value;

  Column(Function<Contributor, @Nullable Double> value) {
    this.value = value;
  }

  /** The name in addresses. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the {@code sort} of an address; anything unknown is {@link #RANK}. */
  static Column of(String name) {
    for (Column column : values()) {
      if (column.key().equals(name)) {
        return column;
      }
    }
    return RANK;
  }

  /** The direction that a first click gives: ranks ascend, everything else starts with the most. */
  boolean ascendsFirst() {
    return this == RANK;
  }

  /** By this column; what is not known comes last in either direction, ties keep their rank. */
  Comparator<Contributor> order(boolean ascending) {
    Comparator<Double> values = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return Comparator.comparing(value, Comparator.nullsLast(values))
        .thenComparing(Contributor::rank);
  }

  private static @Nullable Double difference(Contributor contributor) {
    Double before = contributor.change().loadAasBefore();
    return before == null ? null : contributor.loadAas() - before;
  }
}
