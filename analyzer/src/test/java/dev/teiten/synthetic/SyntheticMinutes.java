package dev.teiten.synthetic;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WaitEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One instance of a synthetic cluster over the reviewed week. */
final class SyntheticMinutes {
  static final WaitEvent HANDLER = new WaitEvent("io/table/sql/handler");
  static final WaitEvent LOCK = new WaitEvent("synch/cond/innodb/row_lock_wait_cond");

  private final SyntheticCluster cluster;
  private final SharedNoise noise;
  private final Instance instance;
  private final SplittableRandom random;
  private final int week;
  private final CapacityCurve curve;
  private final Map<String, double[]> total = new HashMap<>();
  private final Map<String, double[]> cpu = new HashMap<>();
  private final Map<String, double[]> handler = new HashMap<>();
  private final Map<String, double[]> calls = new HashMap<>();
  private final double[] work = new double[SyntheticCluster.MINUTES];

  SyntheticMinutes(SyntheticCluster cluster, SharedNoise noise, Instance instance) {
    this.cluster = cluster;
    this.noise = noise;
    this.instance = instance;
    this.random = noise.split();
    this.week = cluster.weeks - 1;
    InstanceClass hardware = InstanceClasses.find(cluster.instanceClass).orElseThrow();
    this.curve = CapacityCurve.of(hardware, cluster.gain);
  }

  InstanceLoad load(ReviewWeek reviewed) {
    Arrays.fill(work, cluster.backgroundCores);
    cluster.queries.forEach(this::demand);
    double[] all = new double[work.length];
    Map<WaitEvent, double[]> waits =
        Map.of(
            WaitEvent.CPU,
            new double[work.length],
            HANDLER,
            new double[work.length],
            LOCK,
            new double[work.length]);
    cluster.queries.forEach(query -> sessions(query, all, waits));
    double[] utilisation = new double[work.length];
    double[] vcpus = new double[work.length];
    Arrays.fill(vcpus, curve.vcpus());
    Arrays.setAll(utilisation, t -> curve.busyCores(work[t]) / curve.vcpus());
    return new InstanceLoad(
        instance,
        all,
        waits,
        total,
        cpu,
        Map.of(InstanceCounter.CPU_UTILISATION, utilisation, InstanceCounter.VCPUS, vcpus),
        hours(reviewed));
  }

  private void demand(SyntheticQuery query) {
    double[] rate = new double[work.length];
    for (int t = 0; t < rate.length; t++) {
      rate[t] =
          query.callsPerSecond()
              * query.intensity(t)
              * noise.calls(query.digest(), week, t / 1440)
              * cluster.factor(query.digest(), SyntheticShift.On.CALLS, week, t);
      work[t] += rate[t] * demandSeconds(query, t);
    }
    calls.put(query.digest(), rate);
  }

  private double demandSeconds(SyntheticQuery query, int t) {
    double factor = cluster.factor(query.digest(), SyntheticShift.On.CPU, week, t);
    return factor * (query.cpuSeconds() + cluster.handlerCpu * query.handlerSeconds());
  }

  private void sessions(SyntheticQuery query, double[] all, Map<WaitEvent, double[]> waits) {
    double[] rate = calls.getOrDefault(query.digest(), new double[work.length]);
    double[] sum = new double[work.length];
    double[] onCpu = new double[work.length];
    double[] inHandler = new double[work.length];
    for (int t = 0; t < work.length; t++) {
      double factor = cluster.factor(query.digest(), SyntheticShift.On.CPU, week, t);
      double stretch = Math.min(50, curve.stretch(work[t]));
      onCpu[t] = seen(rate[t] * factor * query.cpuSeconds() * stretch);
      inHandler[t] = seen(rate[t] * factor * query.handlerSeconds());
      double lock =
          cluster.factor(query.digest(), SyntheticShift.On.LOCK, week, t) * query.lockSeconds();
      double locked = seen(rate[t] * lock);
      sum[t] = onCpu[t] + inHandler[t] + locked;
      all[t] += sum[t];
      add(waits, WaitEvent.CPU, t, onCpu[t]);
      add(waits, HANDLER, t, inHandler[t]);
      add(waits, LOCK, t, locked);
    }
    total.put(query.digest(), sum);
    cpu.put(query.digest(), onCpu);
    handler.put(query.digest(), inHandler);
  }

  private double seen(double mean) {
    return cluster.sampled ? SharedNoise.sample(random, mean, 60) : mean;
  }

  private static void add(Map<WaitEvent, double[]> waits, WaitEvent wait, int t, double value) {
    double[] series = waits.get(wait);
    if (series != null) {
      series[t] += value;
    }
  }

  private List<DigestLoad> hours(ReviewWeek reviewed) {
    List<DigestLoad> hours = new ArrayList<>();
    for (SyntheticQuery query : cluster.queries) {
      for (int hour = 0; hour < work.length / 60; hour++) {
        hours.add(hour(query, reviewed, hour));
      }
    }
    return hours;
  }

  private DigestLoad hour(SyntheticQuery query, ReviewWeek reviewed, int hour) {
    double load = mean(total, query, hour);
    double onCpu = mean(cpu, query, hour);
    double inHandler = mean(handler, query, hour);
    double rate = mean(calls, query, hour);
    Map<WaitEvent, Double> waits =
        Map.of(
            WaitEvent.CPU, onCpu, HANDLER, inHandler, LOCK, Math.max(0, load - onCpu - inHandler));
    return new DigestLoad(
        reviewed.range().from().plusSeconds(3600L * hour),
        query.digest(),
        load,
        waits,
        rate == 0
            ? Map.of()
            : Map.of(
                DigestStatistic.CALLS_PER_SECOND,
                rate,
                DigestStatistic.LATENCY_SECONDS,
                load / rate,
                DigestStatistic.ROWS_EXAMINED_PER_SECOND,
                10 * rate));
  }

  private static double mean(Map<String, double[]> series, SyntheticQuery query, int hour) {
    double[] values = series.getOrDefault(query.digest(), new double[hour * 60 + 60]);
    return Arrays.stream(values, hour * 60, hour * 60 + 60).average().orElse(0);
  }
}
