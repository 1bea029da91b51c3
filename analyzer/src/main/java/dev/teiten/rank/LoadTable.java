package dev.teiten.rank;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.cpu.InstanceDigests;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the load of queries by instance and day. The load of an instance is its mean over its
 * covered minutes, times the part of the week in which it ran.
 */
final class LoadTable {
  private final DayGrid days;
  private final Instant start;
  private final List<InstanceDigests> instances;
  private final int[][] coveredByDay;
  private final double[] livedShares;
  private final List<Map<String, HourSums>> hours = new ArrayList<>();

  LoadTable(ClusterLoad load, List<InstanceDigests> instances) {
    ReviewWeek week = load.week();
    this.days = new DayGrid(week);
    this.start = week.range().from();
    this.instances = instances;
    this.coveredByDay = new int[instances.size()][DayGrid.COUNT];
    this.livedShares = new double[instances.size()];
    for (int i = 0; i < instances.size(); i++) {
      double[] total = instances.get(i).instance().total();
      for (int day = 0; day < DayGrid.COUNT; day++) {
        coveredByDay[i][day] = countKnown(total, days.from(day), days.to(day));
      }
      livedShares[i] =
          (double)
                  load.timeline()
                      .of(instances.get(i).instance().instance())
                      .livingMinutes(week.range(), total)
                      .cardinality()
              / load.minutes();
      hours.add(hours(instances.get(i).instance().hours(), total));
    }
  }

  private Map<String, HourSums> hours(List<DigestLoad> loads, double[] total) {
    Map<String, HourSums> sums = new HashMap<>();
    for (DigestLoad hour : loads) {
      int minute =
          (int)
              Math.floorDiv(
                  Duration.between(start, hour.from()).toSeconds(),
                  (long) TimeUnits.SECONDS_PER_MINUTE);
      int covered =
          countKnown(
              total,
              Math.max(0, minute),
              Math.min(total.length, minute + TimeUnits.MINUTES_PER_HOUR));
      if (covered > 0) {
        sums.computeIfAbsent(hour.digest(), d -> new HourSums()).add(hour, covered);
      }
    }
    return sums;
  }

  // A plain loop: the compensated sum of a stream costs several times as much.
  private static double sumKnown(double[] series, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += Double.isNaN(series[t]) ? 0 : series[t];
    }
    return sum;
  }

  private static int countKnown(double[] series, int from, int to) {
    int count = 0;
    for (int t = from; t < to; t++) {
      count += Double.isNaN(series[t]) ? 0 : 1;
    }
    return count;
  }

  /** Covered minutes by instance and day. */
  int[][] coveredByDay() {
    return coveredByDay;
  }

  /** The part of the week (0..1) in which each instance ran. */
  double[] livedShares() {
    return livedShares;
  }

  /** The cluster's load, AAS: the sum over its instances; null without data. */
  @Nullable Double totalAas() {
    double sum = 0;
    boolean hasData = false;
    for (int i = 0; i < instances.size(); i++) {
      InstanceDigests instance = instances.get(i);
      double[] total = instance.instance().total();
      if (instance.coveredMinutes() > 0) {
        sum += livedShares[i] * sumKnown(total, 0, total.length) / instance.coveredMinutes();
        hasData = true;
      }
    }
    return hasData ? sum : null;
  }

  /** The load of one query. */
  QueryLoad of(QueryGroup group) {
    double[][] daySums = new double[instances.size()][DayGrid.COUNT];
    Map<String, Double> byInstance = new HashMap<>();
    HourSums total = new HourSums();
    double load = 0;
    Double calls = null;
    for (int i = 0; i < instances.size(); i++) {
      InstanceDigests instance = instances.get(i);
      HourSums onInstance = new HourSums();
      double mean = livedShares[i] * addDays(instance, group, daySums[i], onInstance, hours.get(i));
      if (mean > 0) {
        byInstance.merge(instance.instance().instance().name(), mean, Double::sum);
        load += mean;
      }
      calls = plus(calls, onInstance.calls(), livedShares[i] / instance.coveredMinutes());
      total.add(onInstance);
    }
    Map<String, Double> named = largestFirst(byInstance);
    return new QueryLoad(group, load, named, waits(load, total), calls, total, daySums);
  }

  private static @Nullable Double plus(
      @Nullable Double calls, @Nullable Double callMinutes, double partOfMinute) {
    if (callMinutes == null) {
      return calls;
    }
    return (calls == null ? 0 : calls) + callMinutes * partOfMinute;
  }

  private double addDays(
      InstanceDigests instance,
      QueryGroup group,
      double[] daySums,
      HourSums onInstance,
      Map<String, HourSums> byDigest) {
    double[] series = null;
    for (String digest : group.digests()) {
      if (instance.digests().contains(digest)) {
        series = series == null ? new double[days.to(DayGrid.COUNT - 1)] : series;
        instance.addLoad(digest, series);
        HourSums sums = byDigest.get(digest);
        if (sums != null) {
          onInstance.add(sums);
        }
      }
    }
    double sum = 0;
    for (int day = 0; series != null && day < DayGrid.COUNT; day++) {
      daySums[day] = sumKnown(series, days.from(day), days.to(day));
      sum += daySums[day];
    }
    return instance.coveredMinutes() == 0 ? 0 : sum / instance.coveredMinutes();
  }

  private static Map<WaitEvent, Double> waits(double load, HourSums hours) {
    Map<WaitEvent, Double> waits = new TreeMap<>();
    hours.waitShares().forEach((wait, share) -> waits.put(wait, share * load));
    return waits;
  }

  static <K extends Comparable<K>> Map<K, Double> largestFirst(Map<K, Double> values) {
    Map<K, Double> sorted = new LinkedHashMap<>();
    values.entrySet().stream()
        .sorted(
            Map.Entry.<K, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
