package dev.teiten.synthetic;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.DigestLoad;
import dev.teiten.archive.InstanceLoad;
import dev.teiten.archive.StatementText;
import dev.teiten.archive.WeekLoad;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.DayLoad;
import dev.teiten.fixtures.fleet.Fleet;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.Wait;
import dev.teiten.load.Cluster;
import dev.teiten.load.Counter;
import dev.teiten.load.Coverage;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The load of a simulated fleet as the archive would give it, without the way over HTTP and files.
 * Weeks are UTC weeks.
 */
public final class FleetLoad {
  private static final int WEEK = 7 * DayLoad.MINUTES;

  private final Fleet fleet;
  private final ClusterSpec spec;
  private final ReviewWeek week;

  private FleetLoad(Fleet fleet, String cluster, ReviewWeek week) {
    this.fleet = fleet;
    this.spec = fleet.cluster(cluster);
    this.week = week;
  }

  /**
   * @param weeks with the reviewed one
   */
  public static ClusterLoad of(Fleet fleet, String cluster, ReviewWeek week, int weeks) {
    return new FleetLoad(fleet, cluster, week).load(weeks);
  }

  private ClusterLoad load(int weeks) {
    List<InstanceLoad> instances = spec.instances().stream().map(this::minutes).toList();
    List<WeekLoad> history = new ArrayList<>();
    for (int back = weeks - 1; back >= 0; back--) {
      history.add(past(week.plus(-back)));
    }
    Map<String, StatementText> texts = new HashMap<>();
    spec.workloads().forEach(w -> texts.put(w.digestId(), new StatementText(w.digest(), true)));
    Cluster described =
        new Cluster(
            spec.name(),
            "us-east-1",
            Engine.of(spec.engine()),
            Cluster.StorageType.STANDARD,
            instances.stream().map(InstanceLoad::instance).toList());
    long seen =
        instances.stream()
            .flatMapToDouble(i -> Arrays.stream(i.total()))
            .filter(v -> !Double.isNaN(v))
            .count();
    Coverage coverage = new Coverage(seen, (long) WEEK * instances.size());
    return new ClusterLoad(described, week, instances, history, texts, coverage, List.of());
  }

  private FleetDay day(InstanceSpec instance, Instant start, int day) {
    long epochDay = start.plus(day, ChronoUnit.DAYS).getEpochSecond() / 86_400;
    return new FleetDay(spec, fleet.day(new Fleet.Member(spec, instance), epochDay), epochDay);
  }

  private static double[] unknown() {
    double[] series = new double[WEEK];
    Arrays.fill(series, Double.NaN);
    return series;
  }

  private InstanceLoad minutes(InstanceSpec instance) {
    double[] total = unknown();
    Map<WaitEvent, double[]> waits = new HashMap<>();
    Map<String, double[]> digests = new HashMap<>();
    Map<String, double[]> cpu = new HashMap<>();
    Map<Counter, double[]> counters = new EnumMap<>(Counter.class);
    counters.put(Counter.CPU_UTILISATION, unknown());
    counters.put(Counter.VCPUS, unknown());
    List<DigestLoad> hours = new ArrayList<>();
    for (int d = 0; d < 7; d++) {
      FleetDay day = day(instance, week.range().from(), d);
      for (int m = 0; m < DayLoad.MINUTES; m++) {
        if (day.seen(m)) {
          minute(day, d, m, total, waits);
          int vcpus = instance.hardwareAt(week.range().from().getEpochSecond() / 60).vcpus();
          counters.get(Counter.VCPUS)[d * DayLoad.MINUTES + m] = vcpus;
          counters.get(Counter.CPU_UTILISATION)[d * DayLoad.MINUTES + m] = day.busyVcpus(m) / vcpus;
        }
      }
      digests(day, d, digests, cpu);
      for (int hour = 0; hour < 24; hour++) {
        hours.addAll(day.hour(hour));
      }
    }
    return new InstanceLoad(described(instance), total, waits, digests, cpu, counters, hours);
  }

  private void minute(FleetDay day, int d, int m, double[] total, Map<WaitEvent, double[]> waits) {
    int t = d * DayLoad.MINUTES + m;
    total[t] = 0;
    for (int w = 0; w < spec.workloads().size(); w++) {
      for (Wait wait : Wait.values()) {
        double aas = day.aas(w, wait, m);
        if (aas > 0) {
          String name = wait.eventName(spec.isPostgresql(), spec.workloads().get(w));
          waits.computeIfAbsent(new WaitEvent(name), k -> new double[WEEK])[t] += aas;
          total[t] += aas;
        }
      }
    }
  }

  private void digests(
      FleetDay day, int d, Map<String, double[]> digests, Map<String, double[]> cpu) {
    for (int w : day.top()) {
      String digest = spec.workloads().get(w).digestId();
      double[] all = digests.computeIfAbsent(digest, k -> unknown());
      double[] onCpu = cpu.computeIfAbsent(digest, k -> unknown());
      for (int m = 0; m < DayLoad.MINUTES; m++) {
        if (day.seen(m)) {
          all[d * DayLoad.MINUTES + m] = day.aas(w, m);
          onCpu[d * DayLoad.MINUTES + m] = day.aas(w, Wait.CPU, m);
        }
      }
    }
  }

  private Instance described(InstanceSpec instance) {
    return new Instance(
        instance.resourceId(),
        instance.name(),
        spec.engineVersion(),
        instance.firstClass(),
        instance.name().equals(spec.writer()) ? Role.WRITER : Role.READER,
        instance.availabilityZone(),
        instance.promotionTier(),
        instance.createdAt());
  }

  private WeekLoad past(ReviewWeek past) {
    Map<String, double[]> cpu = new HashMap<>();
    Map<String, DayParts> days = new TreeMap<>();
    long seen = 0;
    for (InstanceSpec instance : spec.instances()) {
      double[] utilisation = unknown();
      int vcpus = instance.hardwareAt(past.range().from().getEpochSecond() / 60).vcpus();
      for (int d = 0; d < 7; d++) {
        FleetDay day = day(instance, past.range().from(), d);
        for (int m = 0; m < DayLoad.MINUTES; m++) {
          if (day.seen(m)) {
            utilisation[d * DayLoad.MINUTES + m] = day.busyVcpus(m) / vcpus;
            seen++;
          }
        }
        addDay(day, past.range().from().plus(d, ChronoUnit.DAYS), days);
      }
      cpu.put(instance.resourceId(), utilisation);
    }
    List<DigestLoad> loads = days.values().stream().map(DayParts::load).toList();
    Coverage coverage = new Coverage(seen, (long) WEEK * spec.instances().size());
    return new WeekLoad(past, coverage, new double[168], loads, cpu);
  }

  private static void addDay(FleetDay day, Instant from, Map<String, DayParts> days) {
    int asked = 0;
    for (int hour = 0; hour < 24; hour++) {
      asked += day.seenHour(hour) ? 1 : 0;
    }
    for (int hour = 0; hour < 24; hour++) {
      for (DigestLoad load : day.hour(hour)) {
        days.computeIfAbsent(from + load.digest(), k -> new DayParts(from, load.digest()))
            .add(load, 1.0 / asked);
      }
    }
  }

  /** The hours of one digest and day, all instances together. */
  private static final class DayParts {
    private final Instant from;
    private final String digest;
    private final Map<WaitEvent, Double> waits = new HashMap<>();
    private double loadAas;
    private double calls;
    private double callSeconds;

    DayParts(Instant from, String digest) {
      this.from = from;
      this.digest = digest;
    }

    void add(DigestLoad hour, double weight) {
      loadAas += weight * hour.loadAas();
      hour.waits().forEach((wait, aas) -> waits.merge(wait, weight * aas, Double::sum));
      double rate = hour.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
      calls += weight * rate;
      callSeconds +=
          weight * rate * hour.statistics().getOrDefault(DigestStatistic.LATENCY_SECONDS, 0.0);
    }

    DigestLoad load() {
      Map<DigestStatistic, Double> statistics =
          calls == 0
              ? Map.of()
              : Map.of(
                  DigestStatistic.CALLS_PER_SECOND,
                  calls,
                  DigestStatistic.LATENCY_SECONDS,
                  callSeconds / calls);
      return new DigestLoad(from, digest, loadAas, waits, statistics);
    }
  }
}
