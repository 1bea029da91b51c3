package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHours;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.KnownValues;
import dev.teiten.load.TimeUnits;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The hours of the reviewed week in which the CPUs of an instance were full. In them a query's own
 * work cannot be told from its queue.
 */
final class FullHours {
  /** The least mean CPU utilization of a full hour, 0..1. */
  private static final double FULL = 0.9;

  // By resource id, the hours of the week.
  private final Map<String, BitSet> instances = new HashMap<>();

  FullHours(ClusterLoad load) {
    DayGrid days = new DayGrid(load.week());
    for (InstanceLoad instance : load.instances()) {
      double[] utilisation =
          instance.counters().getOrDefault(InstanceCounter.CPU_UTILISATION, new double[0]);
      instances.put(instance.instance().resourceId(), full(utilisation, days));
    }
  }

  private static BitSet full(double[] utilisation, DayGrid days) {
    BitSet full = new BitSet();
    for (int h = 0; h < QueryHours.COUNT; h++) {
      int from =
          days.from(QueryHours.dayOf(h)) + h % TimeUnits.HOURS_PER_DAY * TimeUnits.MINUTES_PER_HOUR;
      int to = from + TimeUnits.MINUTES_PER_HOUR;
      if (to <= utilisation.length) {
        full.set(h, KnownValues.mean(Arrays.copyOfRange(utilisation, from, to)) >= FULL);
      }
    }
    return full;
  }

  /**
   * The part of some weights, 0..1, in full hours of an instance that runs the query; 0 without
   * weights.
   *
   * @param shares the query's load by resource id, 0..1
   * @param leastShare an instance with a smaller part of the query does not count, 0..1
   */
  double part(double[] weights, Map<String, Double> shares, double leastShare) {
    BitSet full = new BitSet();
    shares.forEach(
        (id, share) -> {
          if (share >= leastShare) {
            full.or(instances.getOrDefault(id, new BitSet()));
          }
        });
    double inFull = full.stream().mapToDouble(h -> weights[h]).sum();
    double all = Arrays.stream(weights).sum();
    return all > 0 ? inFull / all : 0;
  }
}
