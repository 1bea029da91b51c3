package dev.teiten.size;

import dev.teiten.fixtures.fleet.InstanceHardware;
import dev.teiten.fixtures.fleet.ProcessorSharing;
import dev.teiten.fixtures.fleet.event.EventOutcome;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.CpuSessionCounts;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.Role;
import dev.teiten.load.StatementText;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.BusyWindows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * A week around hosts that are simulated call by call. Their minutes are the peaks of its seven
 * evenings. The calm minutes follow from the law of averages at a part of that load.
 */
public final class EventLoad {
  public static final int MINUTES_A_DAY = 21;
  public static final int MINUTES = 7 * MINUTES_A_DAY;

  /** Enough minutes for every calm stretch that a collector samples by the second. */
  public static final int CALM_MINUTES = 7 * 8 * BusyWindows.MINUTES;

  private static final int EVENING = 20 * 60;
  private static final int WEEK = 10_080;
  private static final WaitEvent[] WAITS = {
    WaitEvent.CPU,
    new WaitEvent("io/aurora_redo_log_flush"),
    new WaitEvent("synch/cond/innodb/row_lock_wait")
  };

  private final InstanceHardware hardware;
  private final double calm;

  /**
   * @param calm the load of the calm minutes, as a share of the peak load
   */
  public EventLoad(String instanceClass, double calm) {
    this.hardware = InstanceHardware.of(instanceClass);
    this.calm = calm;
  }

  public static String text(int query) {
    return "SELECT * FROM t_q" + query + " WHERE id = ?";
  }

  /** The simulated minute behind a minute of the week; -1 for a calm minute. */
  static int simulated(int t) {
    int within = t % 1440 - EVENING;
    return within >= 0 && within < MINUTES_A_DAY ? t / 1440 * MINUTES_A_DAY + within : -1;
  }

  /**
   * @param calms the readers for {@link #CALM_MINUTES} at the load of the calm minutes
   */
  public ClusterLoad load(List<EventOutcome> readers, List<EventOutcome> calms) {
    List<InstanceLoad> instances = new ArrayList<>();
    instances.add(writer());
    for (int i = 0; i < readers.size(); i++) {
      InstanceLoad reader = reader(i + 1, readers.get(i));
      instances.add(
          reader.withSeconds(seconds(reader, readers.get(i).onCpu(), calms.get(i).onCpu())));
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
        new MinuteCoverage(minutes, minutes),
        List.of());
  }

  /** Varies the calm minutes: two in a row always differ, as in any week. */
  private static double ripple(int t) {
    return 0.9 + 0.1 * (t % 97) / 97;
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

  /** A writer with little work: these cases test the readers. */
  private InstanceLoad writer() {
    double[] aas = new double[WEEK];
    double work = 0.1 * hardware.vcpus();
    Arrays.fill(aas, ProcessorSharing.of(hardware).sessions(work));
    double[][] series = {aas, new double[WEEK], new double[WEEK]};
    double[] busy = new double[WEEK];
    Arrays.fill(busy, ProcessorSharing.of(hardware).busyVcpus(work));
    InstanceLoad load =
        instanceLoad(instance(0), Map.of("w", series), Map.of("w", new double[WEEK]), busy);
    // Each call takes less than a second.
    SplittableRandom random = new SplittableRandom(7);
    PoissonDistribution law = new PoissonDistribution(aas[0]);
    int[] samples =
        random.doubles(60L * CALM_MINUTES).mapToInt(law::inverseCumulativeProbability).toArray();
    return load.withSeconds(seconds(load, new int[60 * MINUTES], samples));
  }

  /** The stretches that a collector would sample by the second, and their samples. */
  private static List<CpuSessionCounts> seconds(InstanceLoad load, int[] peak, int[] calm) {
    List<CpuSessionCounts> stretches = new ArrayList<>();
    double[] onCpu = Objects.requireNonNull(load.waits().get(WaitEvent.CPU));
    int used = 0;
    for (int day = 0; day < 7; day++) {
      float[] minutes = new float[1440];
      for (int m = 0; m < 1440; m++) {
        minutes[m] = (float) onCpu[1440 * day + m];
      }
      for (int start : BusyWindows.of(minutes)) {
        int t = 1440 * day + start;
        boolean simulated = simulated(t) >= 0 && simulated(t + BusyWindows.MINUTES - 1) >= 0;
        int from = 60 * (simulated ? simulated(t) : used);
        int[] counts =
            Arrays.copyOfRange(simulated ? peak : calm, from, from + 60 * BusyWindows.MINUTES);
        used += simulated ? 0 : BusyWindows.MINUTES;
        stretches.add(
            new CpuSessionCounts(60 * t, Arrays.stream(counts).asDoubleStream().toArray()));
      }
    }
    return stretches;
  }

  private InstanceLoad reader(int index, EventOutcome outcome) {
    double mean = Arrays.stream(outcome.workCores()).average().orElseThrow();
    double calmWork = calm * mean;
    ProcessorSharing law = ProcessorSharing.of(hardware);
    double[] busy = new double[WEEK];
    for (int t = 0; t < WEEK; t++) {
      int m = simulated(t);
      busy[t] = m < 0 ? law.busyVcpus(ripple(t) * calmWork) : outcome.busyVcpus()[m];
    }
    double onCpu = 0;
    for (int q = 0; q < outcome.samples().length; q++) {
      onCpu += outcome.meanSessions(q, EventOutcome.CPU);
    }
    Map<String, double[][]> digests = new HashMap<>();
    Map<String, double[]> calls = new HashMap<>();
    for (int q = 0; q < outcome.samples().length; q++) {
      double part = onCpu == 0 ? 0 : outcome.meanSessions(q, EventOutcome.CPU) / onCpu;
      double[] level = {
        part * law.sessions(calmWork), calm * outcome.meanSessions(q, EventOutcome.STORAGE), 0
      };
      digests.put("q" + q, series(outcome, q, level));
      calls.put("q" + q, calls(outcome, q));
    }
    return instanceLoad(instance(index), digests, calls, busy);
  }

  private static double[][] series(EventOutcome outcome, int q, double[] calm) {
    double[][] series = new double[WAITS.length][WEEK];
    for (int state = 0; state < WAITS.length; state++) {
      for (int t = 0; t < WEEK; t++) {
        int m = simulated(t);
        series[state][t] = m < 0 ? ripple(t) * calm[state] : outcome.samples()[q][state][m] / 60.0;
      }
    }
    return series;
  }

  private double[] calls(EventOutcome outcome, int q) {
    double[] calls = new double[WEEK];
    double rate = calm * outcome.callsPerSecond(q);
    Arrays.setAll(calls, t -> simulated(t) < 0 ? rate : outcome.calls()[q][simulated(t)] / 60.0);
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
        Map.of(InstanceCounter.CPU_UTILISATION, used, InstanceCounter.VCPUS, vcpus),
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
