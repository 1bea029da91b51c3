package dev.teiten.web.sample;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The true load of one instance on one UTC day, in steps of some minutes. */
final class SampleLoad {
  static final int DAY_MINUTES = 1440;

  /** Load of digests that the source never names. */
  private static final double UNLISTED_AAS = 0.42;

  private static final double BACKGROUND_CORES = 0.5;
  private static final double HYPERTHREAD_GAIN = 0.2;

  /** Factor on the row-lock waits of {@link SampleQueries#LOCKED} during the incident. */
  private static final double INCIDENT_FACTOR = 12;

  /** One query on the instance, with one value per step. */
  record QueryLoad(
      SampleQuery query, double[] callsPerSecond, Map<WaitEvent, double[]> waits, double[] total) {

    /** Sessions on the CPU or in its queue. */
    double[] cpu() {
      return waits.getOrDefault(WaitEvent.CPU, new double[total.length]);
    }
  }

  private final SampleCluster cluster;
  private final LocalDate date;
  private final int stepMinutes;
  private final boolean writer;
  private final SplittableRandom random;
  private final CapacityCurve curve;
  private final double[] work;
  private final List<QueryLoad> queries = new ArrayList<>();
  private final double[] unlisted;

  /**
   * @param stepMinutes 1 for load as sampled once a second; more for its mean
   */
  SampleLoad(SampleCluster cluster, MonitoredInstance instance, LocalDate date, int stepMinutes) {
    this.cluster = cluster;
    this.date = date;
    this.stepMinutes = stepMinutes;
    writer = instance.instance().isWriter();
    random = new SplittableRandom(instance.instance().resourceId().hashCode() + date.toEpochDay());
    curve =
        InstanceClasses.find(instance.instance().instanceClass())
            .map(hardware -> CapacityCurve.of(hardware, HYPERTHREAD_GAIN))
            .orElseGet(() -> new CapacityCurve(2, 1, 1));
    work = new double[DAY_MINUTES / stepMinutes];
    unlisted = new double[work.length];
    simulate();
  }

  private void simulate() {
    Arrays.fill(work, BACKGROUND_CORES);
    List<double[]> calls = cluster.queries().stream().map(this::calls).toList();
    for (int i = 0; i < calls.size(); i++) {
      addWork(cluster.queries().get(i), calls.get(i));
    }
    for (int i = 0; i < calls.size(); i++) {
      queries.add(sessions(cluster.queries().get(i), calls.get(i)));
    }
    for (int step = 0; step < unlisted.length; step++) {
      double mean = UNLISTED_AAS * cluster.scale() / cluster.size();
      unlisted[step] = seen(mean * SampleTraffic.rhythm(at(step)));
    }
  }

  private Instant at(int step) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60L * step * stepMinutes);
  }

  private double[] calls(SampleQuery query) {
    double[] calls = new double[work.length];
    double share = cluster.scale() * cluster.share(query, writer);
    double day = SampleTraffic.day(query, date);
    for (int step = 0; share > 0 && step < calls.length; step++) {
      Instant at = at(step);
      calls[step] = share * day * query.callsPerSecond(at) * SampleTraffic.rhythm(at);
    }
    return calls;
  }

  private void addWork(SampleQuery query, double[] calls) {
    for (int step = 0; step < calls.length; step++) {
      work[step] += calls[step] * query.secondsPerCall(WaitEvent.CPU, at(step));
    }
  }

  private QueryLoad sessions(SampleQuery query, double[] calls) {
    Map<WaitEvent, double[]> waits = new TreeMap<>();
    double[] total = new double[calls.length];
    for (WaitEvent wait : query.waits().keySet()) {
      double[] load = new double[calls.length];
      for (int step = 0; step < load.length; step++) {
        load[step] = seen(calls[step] * seconds(query, wait, step));
        total[step] += load[step];
      }
      waits.put(wait, load);
    }
    return new QueryLoad(query, calls, waits, total);
  }

  private double seconds(SampleQuery query, WaitEvent wait, int step) {
    Instant at = at(step);
    double seconds = query.secondsPerCall(wait, at);
    if (wait.isCpu()) {
      return seconds * curve.stretch(work[step]);
    }
    boolean incident =
        wait.equals(SampleQuery.ROW_LOCK)
            && query.number() == SampleQueries.LOCKED
            && SampleFacts.INCIDENT.contains(at);
    return incident ? INCIDENT_FACTOR * seconds : seconds;
  }

  private double seen(double meanSessions) {
    return stepMinutes == 1 ? SampleTraffic.seen(random, meanSessions) : meanSessions;
  }

  /** The queries that ran, ordered by their number. */
  List<QueryLoad> queries() {
    return queries.stream()
        .filter(load -> Arrays.stream(load.total).sum() > 0)
        .sorted((a, b) -> Integer.compare(a.query.number(), b.query.number()))
        .toList();
  }

  int stepMinutes() {
    return stepMinutes;
  }

  double[] total() {
    double[] total = unlisted.clone();
    queries.forEach(load -> Arrays.setAll(total, step -> total[step] + load.total[step]));
    return total;
  }

  /** Load by wait event; the unlisted load is on the CPU. */
  Map<WaitEvent, double[]> waits() {
    Map<WaitEvent, double[]> sums = new TreeMap<>();
    sums.put(WaitEvent.CPU, unlisted.clone());
    for (QueryLoad query : queries) {
      query.waits.forEach(
          (wait, load) -> {
            double[] sum = sums.computeIfAbsent(wait, w -> new double[load.length]);
            Arrays.setAll(sum, step -> sum[step] + load[step]);
          });
    }
    return sums;
  }

  /** CPU utilisation of the host, 0..1. */
  double[] utilisation() {
    return Arrays.stream(work).map(cores -> curve.busyCores(cores) / curve.vcpus()).toArray();
  }

  double vcpus() {
    return curve.vcpus();
  }
}
