package dev.teiten.web.fleet;

import dev.teiten.review.ClusterSummary;
import dev.teiten.web.site.PageVisit;
import dev.teiten.web.view.SortHeader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sortable column of the fleet; {@link #MONEY} comes first. */
enum FleetColumn {
  NAME(summary -> null),
  LOAD(ClusterSummary::loadAas),
  PEAK(ClusterSummary::peakLoadAas),
  VCPUS(summary -> summary.vcpus() == null ? null : (double) summary.vcpus()),
  HEADROOM(summary -> summary.p99Utilisation() == null ? null : 1 - summary.p99Utilisation()),
  CHANGE(FleetColumn::difference),
  PRICE(ClusterSummary::monthlyUsd),
  MONEY(ClusterSummary::monthlySavingUsd),
  COVERAGE(ClusterSummary::coverage);

  private final Function<ClusterSummary, @Nullable Double> value;

  FleetColumn(Function<ClusterSummary, @Nullable Double> value) {
    this.value = value;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FleetColumn of(@Nullable String name) {
    return Arrays.stream(values())
        .filter(column -> column.key().equals(name))
        .findFirst()
        .orElse(MONEY);
  }

  /** Whether the first click sorts upwards: names do; numbers start with the highest. */
  boolean ascendsFirst() {
    return this == NAME;
  }

  /** The order; unknown values come last in either direction, and ties go by name. */
  Comparator<ClusterSummary> order(boolean ascending) {
    Comparator<ClusterSummary> byName = Comparator.comparing(summary -> summary.cluster().name());
    if (this == NAME) {
      return ascending ? byName : byName.reversed();
    }
    Comparator<Double> values = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return Comparator.comparing(value, Comparator.nullsLast(values)).thenComparing(byName);
  }

  static List<SortHeader> headers(FleetColumn sorted, boolean ascending, PageVisit visit) {
    return Arrays.stream(values())
        .map(
            column -> {
              boolean next = column == sorted ? !ascending : column.ascendsFirst();
              return new SortHeader(
                  column.key(),
                  visit.texts().get("fleet." + column.key()),
                  visit.texts().get("fleetTip." + column.key()),
                  visit.hrefWith("sort", column.key(), "dir", next ? "asc" : "desc"),
                  column != sorted ? null : ascending ? "ascending" : "descending");
            })
        .toList();
  }

  private static @Nullable Double difference(ClusterSummary summary) {
    Double now = summary.loadAas();
    Double before = summary.loadAasBefore();
    return now == null || before == null ? null : now - before;
  }
}
