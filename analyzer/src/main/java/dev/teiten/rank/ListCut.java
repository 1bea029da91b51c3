package dev.teiten.rank;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.cpu.InstanceDigests;
import dev.teiten.load.KnownValues;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeUnits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The load that the source's lists leave out. A full list of an hour ends with some load. A digest
 * that the hour does not list had at most that load in it, and at most the load of no listed
 * digest.
 */
final class ListCut {
  /** A smaller part of a load, 0..1, does not make it a range. */
  private static final double EXACT = 0.01;

  private final List<InstanceListCut> instances;
  private final DayGrid days;

  ListCut(ReviewWeek week, List<InstanceDigests> digests) {
    instances = digests.stream().map(instance -> new InstanceListCut(week, instance)).toList();
    days = new DayGrid(week);
  }

  /** The most that a query's load may be, AAS; null if its load is exact. */
  @Nullable Double highestAas(QueryGroup group, double loadAas) {
    double unlisted = instances.stream().mapToDouble(cut -> cut.unlistedAas(group)).sum();
    return unlisted > EXACT * loadAas ? loadAas + unlisted : null;
  }

  /**
   * The load of no listed digest by hour of the day, AAS, summed over instances; null for an hour
   * without data.
   */
  List<@Nullable Double> otherByHour() {
    List<double[]> parts = instances.stream().map(cut -> cut.otherByHour(days)).toList();
    List<@Nullable Double> hours = new ArrayList<>();
    for (int hour = 0; hour < TimeUnits.HOURS_PER_DAY; hour++) {
      int at = hour;
      double[] known = KnownValues.of(parts.stream().mapToDouble(part -> part[at]).toArray());
      hours.add(known.length == 0 ? null : KnownValues.sum(known));
    }
    return Collections.unmodifiableList(hours);
  }
}
