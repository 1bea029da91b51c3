package dev.teiten.size;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.DigestLoad;
import dev.teiten.archive.InstanceLoad;
import dev.teiten.archive.StatementText;
import dev.teiten.fixtures.fleet.CapacityCurve;
import dev.teiten.fixtures.fleet.InstanceClass;
import dev.teiten.fixtures.fleet.event.EventOutcome;
import dev.teiten.load.Cluster;
import dev.teiten.load.Counter;
import dev.teiten.load.Coverage;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A week around hosts that were simulated call by call: their minutes are the peaks of its seven
 * evenings; the calm rest follows from the law of averages at {@link #CALM} of their load.
 */
final class EventLoad {
  static final int MINUTES_A_DAY = 21;
  static final int MINUTES = 7 * MINUTES_A_DAY;
  private static final double CALM = 0.4;
  private static final int EVENING = 20 * 60;
  private static final int WEEK = 10_080;
  private static final WaitEvent[] WAITS = {
    WaitEvent.CPU,
    new WaitEvent("io/aurora_redo_log_flush"),
    new WaitEvent("synch/cond/innodb/row_lock_wait")
  };

  private final InstanceClass hardware;

  EventLoad(String instanceClass) {
    this.hardware = InstanceClass.of(instanceClass);
  }

  static String text(int query) {
    return "SELECT * FROM t_q" + query + " WHERE id = ?";
  }

  /** Which simulated minute a minute of the week is; -1 for the calm ones. */
  static int simulated(int t) {
    int within = t % 1440 - EVENING;
    return within >= 0 && within < MINUTES_A_DAY ? t / 1440 * MINUTES_A_DAY + within : -1;
  }

  ClusterLoad load(List<EventOutcome> readers) {
    List<InstanceLoad> instances = new ArrayList<>();
    instances.add(writer());
    for (int i = 0; i < readers.size(); i++) {
      instances.add(reader(i + 1, readers.get(i)));
    }
    Map<String, StatementText> texts = new HashMap<>();
    for (int q = 0; q < readers.get(0).samples().length; q++) {
      texts.put("q" + q, new StatementText(text(q), true));
    }
    texts.put("w", new StatementText("UPDATE w SET a = ? WHERE id = ?", true));
    long minutes = (long) WEEK * instances.size();
    return new ClusterLoad(
        new Cluster(
            "events",
            "us-east-1",
            Engine.AURORA_MYSQL,
            Cluster.StorageType.STANDARD,
            instances.stream().map(InstanceLoad::instance).toList()),
        SimulatedCluster.WEEK,
        instances,
        List.of(),
        texts,
        new Coverage(minutes, minutes),
        List.of());
  }

  private Instance instance(int index) {
    return new Instance(
        "db-" + index,
        "i" + index,
        "8.0.mysql_aurora.3.08.2",
        hardware.name(),
        index == 0 ? Role.WRITER : Role.READER,
        "us-east-1" + "abc".charAt(index % 3),
        1,
        null);
  }

  /** A writer with little to do: it is not what these cases are about. */
  private InstanceLoad writer() {
    double[] aas = new double[WEEK];
    double work = 0.1 * hardware.vcpus();
    Arrays.fill(aas, CapacityCurve.of(hardware).sessions(work));
    double[][] series = {aas, new double[WEEK], new double[WEEK]};
    double[] busy = new double[WEEK];
    Arrays.fill(busy, CapacityCurve.of(hardware).busyVcpus(work));
    return instanceLoad(instance(0), Map.of("w", series), Map.of("w", new double[WEEK]), busy);
  }

  private InstanceLoad reader(int index, EventOutcome outcome) {
    double mean = Arrays.stream(outcome.workCores()).average().orElseThrow();
    double calmWork = CALM * mean;
    CapacityCurve law = CapacityCurve.of(hardware);
    double[] busy = new double[WEEK];
    for (int t = 0; t < WEEK; t++) {
      int m = simulated(t);
      busy[t] = m < 0 ? law.busyVcpus(calmWork) : outcome.busyVcpus()[m];
    }
    double onCpu = 0;
    for (int q = 0; q < outcome.samples().length; q++) {
      onCpu += outcome.meanSessions(q, EventOutcome.CPU);
    }
    Map<String, double[][]> digests = new HashMap<>();
    Map<String, double[]> calls = new HashMap<>();
    for (int q = 0; q < outcome.samples().length; q++) {
      double part = onCpu == 0 ? 0 : outcome.meanSessions(q, EventOutcome.CPU) / onCpu;
      double[] calm = {
        part * law.sessions(calmWork), CALM * outcome.meanSessions(q, EventOutcome.STORAGE), 0
      };
      digests.put("q" + q, series(outcome, q, calm));
      calls.put("q" + q, calls(outcome, q));
    }
    return instanceLoad(instance(index), digests, calls, busy);
  }

  private static double[][] series(EventOutcome outcome, int q, double[] calm) {
    double[][] series = new double[WAITS.length][WEEK];
    for (int state = 0; state < WAITS.length; state++) {
      for (int t = 0; t < WEEK; t++) {
        int m = simulated(t);
        series[state][t] = m < 0 ? calm[state] : outcome.samples()[q][state][m] / 60.0;
      }
    }
    return series;
  }

  private static double[] calls(EventOutcome outcome, int q) {
    double[] calls = new double[WEEK];
    double calm = CALM * outcome.callsPerSecond(q);
    Arrays.setAll(calls, t -> simulated(t) < 0 ? calm : outcome.calls()[q][simulated(t)] / 60.0);
    return calls;
  }

  private InstanceLoad instanceLoad(
      Instance instance,
      Map<String, double[][]> digests,
      Map<String, double[]> calls,
      double[] busy) {
    double[] total = new double[WEEK];
    Map<WaitEvent, double[]> waits = new HashMap<>();
    Map<String, double[]> all = new HashMap<>();
    Map<String, double[]> cpu = new HashMap<>();
    List<DigestLoad> hours = new ArrayList<>();
    digests.forEach(
        (digest, series) -> {
          double[] sum = new double[WEEK];
          for (int state = 0; state < WAITS.length; state++) {
            double[] wait = waits.computeIfAbsent(WAITS[state], key -> new double[WEEK]);
            for (int t = 0; t < WEEK; t++) {
              sum[t] += series[state][t];
              total[t] += series[state][t];
              wait[t] += series[state][t];
            }
          }
          all.put(digest, sum);
          cpu.put(digest, series[0]);
          for (int hour = 0; hour < 168; hour++) {
            hours.add(hour(digest, series, calls.getOrDefault(digest, new double[WEEK]), hour));
          }
        });
    double[] vcpus = new double[WEEK];
    Arrays.fill(vcpus, hardware.vcpus());
    double[] used = Arrays.stream(busy).map(b -> b / hardware.vcpus()).toArray();
    return new InstanceLoad(
        instance,
        total,
        waits,
        all,
        cpu,
        Map.of(Counter.CPU_UTILISATION, used, Counter.VCPUS, vcpus),
        hours);
  }

  private static DigestLoad hour(String digest, double[][] series, double[] calls, int hour) {
    Map<WaitEvent, Double> waits = new HashMap<>();
    double sum = 0;
    for (int state = 0; state < WAITS.length; state++) {
      double aas = mean(series[state], hour);
      sum += aas;
      if (aas > 0) {
        waits.put(WAITS[state], aas);
      }
    }
    double rate = mean(calls, hour);
    Instant from = SimulatedCluster.WEEK.range().from().plusSeconds(3600L * hour);
    return new DigestLoad(
        from,
        digest,
        sum,
        waits,
        rate > 0
            ? Map.of(
                DigestStatistic.CALLS_PER_SECOND, rate, DigestStatistic.LATENCY_SECONDS, sum / rate)
            : Map.of());
  }

  private static double mean(double[] series, int hour) {
    return Arrays.stream(series, hour * 60, hour * 60 + 60).average().orElse(0);
  }
}
