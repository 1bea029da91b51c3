package dev.teiten.size;

import dev.teiten.cpu.InstanceClasses;
import dev.teiten.fixtures.fleet.event.EventCluster;
import dev.teiten.fixtures.fleet.event.EventOutcome;
import dev.teiten.fixtures.fleet.event.EventQuery;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAdvice.Option;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.synthetic.SimpleNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** A cluster with peaks simulated call by call, for the reviewed week and for every answer. */
public record EventCase(
    String stratum,
    String instanceClass,
    EventCluster cluster,
    ClusterFixture made,
    Map<List<Object>, SimulatedUse> weeksAfter)
    implements ValidationCase {
  private static final int QUERIES = 8;
  private static final double CALLS_PER_READER = 15;
  private static final double CUT = 0.6;

  /** True spread between weeks; the days within a week vary in addition. */
  private static final double WEEK_LOG_SD = 0.056;

  /** Calm minutes stay at this share of the peak, too low to affect any p99. */
  private static final double CALM = 0.4;

  /**
   * @param stratum {@code plain}, {@code hyperthread}, {@code burst}, {@code locks} or {@code
   *     closed}
   */
  public static EventCase of(String stratum, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean x86 = stratum.equals("hyperthread");
    int size = 8 << random.nextInt(2);
    String instanceClass = (x86 ? "db.r5." : "db.r6g.") + size / 4 + "xlarge";
    double gain = x86 ? 0.3 : 1;
    double capacity = x86 ? size * 0.65 : size;
    int readers = 2 + random.nextInt(3);
    double used = 0.12 + 0.5 * random.nextDouble();
    double[] levels = levels(random);
    List<EventQuery> queries = queries(stratum, random, readers, used * capacity);
    EventCluster cluster = EventCluster.of(size, gain, readers, queries, levels, seed);
    double[] calm = new double[EventLoad.CALM_MINUTES];
    Arrays.fill(calm, CALM);
    ClusterFixture made =
        ClusterFixture.healthy(
            new EventLoad(instanceClass, CALM)
                .load(
                    cluster.simulate(),
                    EventCluster.of(size, gain, readers, calmed(queries), calm, seed + 2)
                        .simulate()));
    return new EventCase(stratum, instanceClass, cluster, made, new HashMap<>());
  }

  /** The number of clients does not follow the levels, so calm times have fewer clients. */
  private static List<EventQuery> calmed(List<EventQuery> queries) {
    return queries.stream()
        .map(
            query ->
                query.clients() == 0
                    ? query
                    : query.byClients(
                        (int) Math.ceil(CALM * query.clients()), query.thinkSeconds()))
        .toList();
  }

  /** Each evening has its level; within an evening the load drifts. */
  private static double[] levels(SplittableRandom random) {
    double[] levels = new double[EventLoad.MINUTES];
    double drift = 0;
    double day = 1;
    for (int m = 0; m < levels.length; m++) {
      if (m % EventLoad.MINUTES_A_DAY == 0) {
        day = Math.exp(0.05 * random.nextGaussian());
      }
      drift = 0.8 * drift + 0.05 * random.nextGaussian();
      levels[m] = day * Math.exp(drift);
    }
    return levels;
  }

  /**
   * @param cores mean number of busy cores of a reader
   */
  private static List<EventQuery> queries(
      String stratum, SplittableRandom random, int readers, double cores) {
    double[] weights = new double[QUERIES];
    for (int q = 0; q < QUERIES; q++) {
      weights[q] = Math.exp(0.9 * random.nextGaussian());
    }
    double all = Arrays.stream(weights).sum();
    List<EventQuery> queries = new ArrayList<>();
    for (int q = 0; q < QUERIES; q++) {
      double share = weights[q] / all;
      double calls = CALLS_PER_READER * readers / QUERIES;
      double cpu = share * cores * QUERIES / CALLS_PER_READER;
      EventQuery query =
          EventQuery.open(calls, cpu, 0.7 + 2 * random.nextDouble()).io(cpu * random.nextDouble());
      queries.add(special(stratum, query, q, random, share * cores * readers));
    }
    return queries;
  }

  private static EventQuery special(
      String stratum, EventQuery query, int q, SplittableRandom random, double cores) {
    switch (stratum) {
      case "burst":
        return query.inBatches(4);
      case "locks":
        return q < 2 ? query.holding(q) : query;
      case "closed":
        if (q < 2) {
          int clients = 4 + random.nextInt(20);
          // The clients make as many calls as an open query would, if the host were idle.
          double cycle = clients * query.cpuSeconds() / Math.max(0.05, cores);
          double think = Math.max(0.05, cycle - query.cpuSeconds() - query.ioSeconds());
          return query.byClients(clients, think);
        }
        return query;
      default:
        return query;
    }
  }

  @Override
  public int readers() {
    return cluster.readers();
  }

  private int heaviest() {
    List<Integer> order = new ArrayList<>();
    for (int q = 0; q < QUERIES; q++) {
      order.add(q);
    }
    return order.stream()
        .max(
            Comparator.comparingDouble(
                q ->
                    cluster.queries().get(q).callsPerSecond()
                        * cluster.queries().get(q).cpuSeconds()))
        .orElseThrow();
  }

  @Override
  public List<Fix> fix(SizingModel model) {
    return List.of(new Fix(SimpleNormalizer.fingerprint(EventLoad.text(heaviest())), 100 * CUT));
  }

  @Override
  public SimulatedUse same(Question question) {
    EventCluster changed = question.fixed() ? cluster.cheaper(heaviest(), CUT) : cluster;
    changed = question.half() ? changed.on(changed.vcpus() / 2) : changed;
    return truth(changed.withReaders(Math.max(1, readers() - question.less())));
  }

  @Override
  public SimulatedUse next(Option option, boolean fixed) {
    return next(option, fixed, option.readers());
  }

  @Override
  public SimulatedUse nextAfterLoss(Option option, boolean fixed) {
    int lost = ClusterShape.lostReaders(option.readers(), Math.min(3, readers() + 1));
    int left = option.readers() - lost;
    if (left > 0) {
      return next(option, fixed, left);
    }
    // One instance does all work; the writer's own work is a tenth of its vCPUs today.
    SimulatedUse alone = next(option, fixed, 1);
    double own = 0.1 * cluster.vcpus() / shape(option).smallest().vcpus();
    return new SimulatedUse(
        alone.p99() + own, alone.stretch(), alone.over() + own, alone.answered());
  }

  /** Simulates each capacity once; the capacity left after a loss is another one. */
  private SimulatedUse next(Option option, boolean fixed, int readers) {
    return weeksAfter.computeIfAbsent(
        List.of(Objects.requireNonNull(option.readerClass()), fixed, readers),
        key -> truth(after(option, fixed, readers)));
  }

  private static ClusterShape shape(Option option) {
    return new ClusterShape(
        InstanceClasses.find(option.writerClass()).orElseThrow(),
        InstanceClasses.find(Objects.requireNonNull(option.readerClass())).orElseThrow(),
        option.readers());
  }

  private EventCluster after(Option option, boolean fixed, int readers) {
    SplittableRandom random = new SplittableRandom(cluster.seed() + 77);
    double week = Math.exp(WEEK_LOG_SD * random.nextGaussian());
    double[] levels = Arrays.stream(levels(random)).map(level -> week * level).toArray();
    EventCluster next =
        EventCluster.of(
            shape(option).readerOrWriter().vcpus(),
            cluster.gain(),
            readers,
            cluster.queries(),
            levels,
            cluster.seed() + 1);
    return fixed ? next.cheaper(heaviest(), CUT) : next;
  }

  /** The calm minutes are all below the simulated ones: 101 simulated minutes are over the p99. */
  private static SimulatedUse truth(EventCluster simulated) {
    double busiest = 0;
    double stretch = 1;
    List<EventOutcome> outcomes = simulated.simulate();
    for (EventOutcome outcome : outcomes) {
      double[] sorted = outcome.busyVcpus().clone();
      Arrays.sort(sorted);
      double p99 = sorted[sorted.length - 101];
      busiest = Math.max(busiest, p99 / simulated.vcpus());
      double sessions = 0;
      double busy = 0;
      for (int m = 0; m < sorted.length; m++) {
        if (outcome.busyVcpus()[m] >= sorted[sorted.length - 120]
            && outcome.busyVcpus()[m] <= sorted[sorted.length - 82]) {
          busy += outcome.busyVcpus()[m];
          for (int[][] query : outcome.samples()) {
            sessions += query[EventOutcome.CPU][m] / 60.0;
          }
        }
      }
      stretch = Math.max(stretch, sessions / busy);
    }
    double over = busiest - ValidationCase.limit(simulated.vcpus());
    return new SimulatedUse(busiest, stretch, over, answered(simulated, outcomes));
  }

  /** Ended calls over arrived calls, of the queries whose calls do not depend on earlier calls. */
  private static double answered(EventCluster simulated, List<EventOutcome> outcomes) {
    double came = 0;
    double ended = 0;
    for (int q = 0; q < QUERIES; q++) {
      EventQuery query = simulated.queries().get(q);
      if (query.clients() == 0) {
        came += query.callsPerSecond() * 60 * Arrays.stream(simulated.levels()).sum();
        for (EventOutcome outcome : outcomes) {
          ended += Arrays.stream(outcome.calls()[q]).sum();
        }
      }
    }
    return ended / came;
  }
}
