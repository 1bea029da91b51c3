package dev.teiten.size;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.DigestLoad;
import dev.teiten.archive.InstanceLoad;
import dev.teiten.archive.StatementText;
import dev.teiten.archive.WeekLoad;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.DayLoad;
import dev.teiten.fixtures.fleet.Fleet;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.Span;
import dev.teiten.fixtures.fleet.Wait;
import dev.teiten.fixtures.fleet.Workload;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A simulated cluster as the archive would hold it, without the way over the network. */
final class FleetLoad {
  static final ReviewWeek WEEK = new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);
  static final Span SPAN = new Span(WEEK.range().from(), WEEK.range().to());
  private static final int MINUTES = 7 * DayLoad.MINUTES;
  private static final long MONDAY = WEEK.range().from().getEpochSecond() / 86_400;

  private final Fleet fleet;
  private final ClusterSpec cluster;

  FleetLoad(ClusterSpec cluster, long seed) {
    this.cluster = cluster;
    this.fleet =
        Fleet.of(seed, "us-east-1", Instant.parse("2026-11-18T00:00:00Z"), List.of(cluster));
  }

  /** A cluster in three zones, its readers uneven by some percent. */
  static ClusterSpec cluster(String instanceClass, int readers, List<Workload> workloads) {
    Instant created = WEEK.range().from().minusSeconds(90 * 86_400L);
    List<InstanceSpec> instances = new ArrayList<>();
    for (int i = 0; i <= readers; i++) {
      String zone = "us-east-1" + "abc".charAt(i % 3);
      instances.add(InstanceSpec.of("i" + i, instanceClass, zone, 1, created));
    }
    return new ClusterSpec(
        "simulated",
        "aurora-mysql",
        "8.0.mysql_aurora.3.08.2",
        false,
        ZoneOffset.UTC,
        93,
        "i0",
        instances,
        List.of(),
        workloads,
        List.of(),
        400);
  }

  static Workload scaled(Workload workload, double factor) {
    return new Workload(
        workload.name(),
        workload.example(),
        workload.digest(),
        workload.route(),
        workload.curve(),
        workload.callsPerSecond() * factor,
        workload.perCall(),
        workload.user());
  }

  dev.teiten.fixtures.fleet.Truth truth() {
    return fleet.truth(cluster.name());
  }

  ClusterLoad load(int weeks) {
    List<InstanceLoad> instances = cluster.instances().stream().map(this::instance).toList();
    Map<String, StatementText> statements =
        cluster.workloads().stream()
            .collect(
                Collectors.toMap(
                    Workload::name, w -> new StatementText("SELECT * FROM t_" + w.name(), true)));
    long expected = (long) MINUTES * instances.size();
    List<WeekLoad> history = new ArrayList<>();
    for (int week = weeks - 1; week > 0; week--) {
      history.add(past(WEEK.plus(-week), expected));
    }
    return new ClusterLoad(
        new Cluster(
            cluster.name(),
            "us-east-1",
            Engine.of(cluster.engine()),
            Cluster.StorageType.STANDARD,
            instances.stream().map(InstanceLoad::instance).toList()),
        WEEK,
        instances,
        history,
        statements,
        new Coverage(expected, expected),
        List.of());
  }

  private WeekLoad past(ReviewWeek week, long expected) {
    Map<String, double[]> used = new HashMap<>();
    long first = week.range().from().getEpochSecond() / 86_400;
    for (InstanceSpec spec : cluster.instances()) {
      used.put(spec.resourceId(), utilisation(spec, first));
    }
    return new WeekLoad(week, new Coverage(expected, expected), new double[168], List.of(), used);
  }

  private double[] utilisation(InstanceSpec spec, long firstDay) {
    double[] used = new double[MINUTES];
    for (int day = 0; day < 7; day++) {
      DayLoad load = day(spec, firstDay + day);
      for (int m = 0; m < DayLoad.MINUTES; m++) {
        int vcpus = spec.hardwareAt((firstDay + day) * 1440 + m).vcpus();
        used[day * DayLoad.MINUTES + m] = load.busyVcpus()[m] / vcpus;
      }
    }
    return used;
  }

  private DayLoad day(InstanceSpec spec, long day) {
    return fleet.day(new Fleet.Member(cluster, spec), day);
  }

  private InstanceLoad instance(InstanceSpec spec) {
    double[] total = new double[MINUTES];
    Map<WaitEvent, double[]> waits = new HashMap<>();
    Map<String, double[]> digests = new HashMap<>();
    Map<String, double[]> onCpu = new HashMap<>();
    List<DigestLoad> hours = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      DayLoad load = day(spec, MONDAY + day);
      for (int w = 0; w < cluster.workloads().size(); w++) {
        Workload workload = cluster.workloads().get(w);
        double[] all = digests.computeIfAbsent(workload.name(), k -> new double[MINUTES]);
        double[] cpu = onCpu.computeIfAbsent(workload.name(), k -> new double[MINUTES]);
        for (Wait wait : Wait.values()) {
          char[] samples = load.samples()[w][wait.ordinal()];
          WaitEvent event = new WaitEvent(wait.eventName(false, workload));
          double[] ofWait = waits.computeIfAbsent(event, k -> new double[MINUTES]);
          for (int m = 0; samples != null && m < DayLoad.MINUTES; m++) {
            double aas = samples[m] / (double) DayLoad.SAMPLES;
            int t = day * DayLoad.MINUTES + m;
            ofWait[t] += aas;
            all[t] += aas;
            total[t] += aas;
            cpu[t] += event.isCpu() ? aas : 0;
          }
        }
        addHours(hours, workload, load, w, day);
      }
    }
    double[] vcpus = new double[MINUTES];
    Arrays.fill(vcpus, spec.hardwareAt(MONDAY * 1440).vcpus());
    Map<Counter, double[]> counters =
        Map.of(Counter.CPU_UTILISATION, utilisation(spec, MONDAY), Counter.VCPUS, vcpus);
    return new InstanceLoad(described(spec), total, waits, digests, onCpu, counters, hours);
  }

  private Instance described(InstanceSpec spec) {
    return new Instance(
        spec.resourceId(),
        spec.name(),
        cluster.engineVersion(),
        spec.firstClass(),
        spec.name().equals(cluster.writer()) ? Role.WRITER : Role.READER,
        spec.availabilityZone(),
        spec.promotionTier(),
        spec.createdAt());
  }

  private static void addHours(
      List<DigestLoad> hours, Workload workload, DayLoad load, int w, int day) {
    for (int hour = 0; hour < 24; hour++) {
      Map<WaitEvent, Double> waits = new HashMap<>();
      double perSecond = 0;
      for (int m = hour * 60; m < hour * 60 + 60; m++) {
        perSecond += load.calls()[w][m] / 60;
        for (Wait wait : Wait.values()) {
          char[] samples = load.samples()[w][wait.ordinal()];
          double aas = samples == null ? 0 : samples[m] / (double) DayLoad.SAMPLES;
          waits.merge(new WaitEvent(wait.eventName(false, workload)), aas / 60, Double::sum);
        }
      }
      if (perSecond > 0) {
        hours.add(
            new DigestLoad(
                WEEK.range().from().plusSeconds(86_400L * day + 3600L * hour),
                workload.name(),
                waits.values().stream().mapToDouble(Double::doubleValue).sum(),
                waits,
                Map.of(DigestStatistic.CALLS_PER_SECOND, perSecond)));
      }
    }
  }
}
