package dev.teiten.synthetic;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.DayLoad;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.load.DigestDayHours;
import dev.teiten.load.DigestHourTable;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.HourListBuilder;
import dev.teiten.load.InstanceCoverage;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WaitEvent;
import dev.teiten.load.WeekLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** One week of a simulated cluster, by day in the review's zone. */
final class FleetHistory {
  private final ClusterSpec spec;
  private final ReviewWeek week;
  private final int minutes;
  private final Map<String, double[]> cpu = new HashMap<>();
  // By instance and day: the requested hours, and the load that they list.
  private final Map<LocalDate, Map<String, Integer>> asked = new HashMap<>();
  private final Map<LocalDate, Map<String, Map<String, DayParts>>> days = new TreeMap<>();
  private final Map<LocalDate, HourListBuilder> lists = new TreeMap<>();
  private final double[] totals;
  private long seen;

  FleetHistory(ClusterSpec spec, ReviewWeek week) {
    this.spec = spec;
    this.week = week;
    minutes = week.range().minutes();
    totals = new double[minutes / 60];
  }

  /**
   * @param offset the week's minute at which the day begins
   */
  void add(InstanceSpec instance, FleetDay day, int offset) {
    double[] utilisation =
        cpu.computeIfAbsent(
            instance.resourceId(),
            id -> {
              double[] unknown = new double[minutes];
              Arrays.fill(unknown, Double.NaN);
              return unknown;
            });
    long start = week.range().from().getEpochSecond() / 60;
    for (int m = Math.max(0, -offset); m < DayLoad.MINUTES && offset + m < minutes; m++) {
      if (day.seen(m)) {
        int t = offset + m;
        utilisation[t] = day.busyVcpus(m) / instance.hardwareAt(start + t).vcpus();
        seen++;
      }
    }
    for (int hour = 0; hour < 24; hour++) {
      int t = offset + hour * 60;
      if (t >= 0 && t < minutes && day.seenHour(hour)) {
        addHour(instance, day, hour, t);
      }
    }
  }

  private void addHour(InstanceSpec instance, FleetDay day, int hour, int t) {
    Instant from = week.range().from().plusSeconds(60L * t);
    LocalDate date = from.atZone(week.zone()).toLocalDate();
    String id = instance.resourceId();
    asked.computeIfAbsent(date, d -> new HashMap<>()).merge(id, 1, Integer::sum);
    Map<String, DayParts> parts =
        days.computeIfAbsent(date, d -> new TreeMap<>()).computeIfAbsent(id, i -> new TreeMap<>());
    HourListBuilder list =
        lists.computeIfAbsent(
            date, d -> new HourListBuilder(d.atStartOfDay(week.zone()).toInstant()));
    if (!runsAlways(instance)) {
      list.lived(id, lived(instance, date));
    }
    int ofDay = (int) Math.min(23, t / 60 - (minute(date) - minute(week.monday())) / 60);
    list.asked(id, ofDay);
    list.other(id, ofDay, day.unlisted(hour));
    for (DigestLoad load : day.hour(hour)) {
      list.load(id, ofDay, load.digest(), load.loadAas());
      list.calls(
          id,
          ofDay,
          load.digest(),
          load.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0));
      parts.computeIfAbsent(load.digest(), d -> new DayParts()).add(load, 1);
      totals[t / 60] += load.loadAas();
    }
  }

  private boolean runsAlways(InstanceSpec instance) {
    return instance.deletedAt() == null
        && instance.stops().isEmpty()
        && !instance.createdAt().isAfter(week.range().from());
  }

  /** The part of each hour of a day in which an instance ran. */
  private double[] lived(InstanceSpec instance, LocalDate date) {
    double[] parts = new double[24];
    for (int hour = 0; hour < parts.length; hour++) {
      long from = minute(date) + 60L * hour;
      parts[hour] = LongStream.range(from, from + 60).filter(instance::runsAt).count() / 60.0;
    }
    return parts;
  }

  MinuteCoverage coverage() {
    long start = week.range().from().getEpochSecond() / 60;
    long expected = 0;
    for (InstanceSpec instance : spec.instances()) {
      for (int t = 0; t < minutes; t++) {
        expected += instance.livesAt(start + t) ? 1 : 0;
      }
    }
    return new MinuteCoverage(seen, expected);
  }

  /** The coverage of the instances by day, without separate days of an instance. */
  InstanceCoverage heard() {
    Map<String, double[]> covered = new HashMap<>();
    for (InstanceSpec instance : spec.instances()) {
      double[] parts = new double[7];
      for (int day = 0; day < parts.length; day++) {
        LocalDate date = week.monday().plusDays(day);
        int hours = asked.getOrDefault(date, Map.of()).getOrDefault(instance.resourceId(), 0);
        parts[day] = livesOn(instance, date) ? hours / hoursOf(date) : Double.NaN;
      }
      covered.put(instance.resourceId(), parts);
    }
    return new InstanceCoverage(covered, Map.of());
  }

  private double hoursOf(LocalDate date) {
    return (minute(date.plusDays(1)) - minute(date)) / 60.0;
  }

  private long minute(LocalDate date) {
    return date.atStartOfDay(week.zone()).toEpochSecond() / 60;
  }

  private boolean livesOn(InstanceSpec instance, LocalDate date) {
    return LongStream.range(minute(date), minute(date.plusDays(1))).anyMatch(instance::livesAt);
  }

  /**
   * @param apart the instances whose days are also listed separately
   */
  WeekLoad load(Set<String> apart) {
    Map<String, List<DigestLoad>> own = new HashMap<>();
    apart.forEach(id -> own.put(id, days(id::equals)));
    InstanceCoverage heard = new InstanceCoverage(heard().covered(), own);
    return new WeekLoad(week, coverage(), totals, days(id -> true), cpu, heard, hours());
  }

  private DigestHourTable hours() {
    double[] limits = new double[7];
    List<DigestDayHours> hours = new ArrayList<>();
    lists.forEach(
        (date, list) -> {
          limits[date.getDayOfWeek().ordinal()] = list.limitAas();
          hours.addAll(list.digests());
        });
    return new DigestHourTable(hours, limits);
  }

  private List<DigestLoad> days(Predicate<String> whose) {
    return days.entrySet().stream()
        .flatMap(day -> ofDay(day.getKey(), day.getValue(), whose).stream())
        .toList();
  }

  private List<DigestLoad> ofDay(
      LocalDate date, Map<String, Map<String, DayParts>> instances, Predicate<String> whose) {
    Map<String, DayParts> sums = new TreeMap<>();
    instances.forEach(
        (instance, digests) -> {
          if (!whose.test(instance)) {
            return;
          }
          int hours = asked.getOrDefault(date, Map.of()).getOrDefault(instance, 24);
          double weight = livedShare(instance, date) / hours;
          digests.forEach(
              (digest, own) -> sums.computeIfAbsent(digest, d -> new DayParts()).add(own, weight));
        });
    Instant midnight = date.atStartOfDay(week.zone()).toInstant();
    return sums.entrySet().stream()
        .map(sum -> sum.getValue().load(midnight, sum.getKey()))
        .toList();
  }

  /** The part of a day in which an instance ran. */
  private double livedShare(String id, LocalDate date) {
    InstanceSpec instance =
        spec.instances().stream().filter(i -> i.resourceId().equals(id)).findFirst().orElseThrow();
    return runsAlways(instance) ? 1 : Arrays.stream(lived(instance, date)).average().orElse(1);
  }

  /** One digest over a day. */
  private static final class DayParts {
    private final Map<WaitEvent, Double> waits = new HashMap<>();
    private final Map<DigestStatistic, Double> statistics = new EnumMap<>(DigestStatistic.class);
    private double loadAas;
    private double callSeconds;

    void add(DigestLoad hour, double weight) {
      loadAas += weight * hour.loadAas();
      hour.waits().forEach((wait, aas) -> waits.merge(wait, weight * aas, Double::sum));
      hour.statistics()
          .forEach(
              (statistic, rate) -> {
                if (statistic != DigestStatistic.LATENCY_SECONDS) {
                  statistics.merge(statistic, weight * rate, Double::sum);
                }
              });
      double calls = hour.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
      callSeconds +=
          weight * calls * hour.statistics().getOrDefault(DigestStatistic.LATENCY_SECONDS, 0.0);
    }

    void add(DayParts other, double weight) {
      loadAas += weight * other.loadAas;
      callSeconds += weight * other.callSeconds;
      other.waits.forEach((wait, aas) -> waits.merge(wait, weight * aas, Double::sum));
      other.statistics.forEach((s, rate) -> statistics.merge(s, weight * rate, Double::sum));
    }

    DigestLoad load(Instant from, String digest) {
      double calls = statistics.getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
      Map<DigestStatistic, Double> all = new HashMap<>(statistics);
      if (calls > 0) {
        all.put(DigestStatistic.LATENCY_SECONDS, callSeconds / calls);
      }
      return new DigestLoad(from, digest, loadAas, waits, all);
    }
  }
}
