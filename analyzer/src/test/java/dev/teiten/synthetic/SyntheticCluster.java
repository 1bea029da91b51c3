package dev.teiten.synthetic;

import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.StatementText;
import dev.teiten.load.WeekLoad;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Makes the load of a cluster from queries with a known truth. Equal settings give equal load. */
public final class SyntheticCluster {
  static final int MINUTES = 7 * 1440;

  final List<SyntheticQuery> queries;
  final List<SyntheticShift> steps = new ArrayList<>();
  final List<SyntheticShift> returns = new ArrayList<>();
  long seed = 1;
  int weeks = 5;
  int readers = 0;
  String instanceClass = "db.r6g.4xlarge";
  double backgroundCores = 0.5;
  double handlerCpu = 0;
  double gain = 0.2;
  double weekNoise = 0.0;
  double dayNoise = 0.06;
  double trafficNoise = 0.05;
  boolean sampled = true;

  public SyntheticCluster(List<SyntheticQuery> queries) {
    this.queries = List.copyOf(queries);
  }

  public SyntheticCluster seed(long value) {
    seed = value;
    return this;
  }

  public SyntheticCluster weeks(int value) {
    weeks = value;
    return this;
  }

  public SyntheticCluster readers(int value) {
    readers = value;
    return this;
  }

  public SyntheticCluster instanceClass(String value) {
    instanceClass = value;
    return this;
  }

  public SyntheticCluster backgroundCores(double value) {
    backgroundCores = value;
    return this;
  }

  /** The part of handler time that is CPU work. */
  public SyntheticCluster handlerCpu(double value) {
    handlerCpu = value;
    return this;
  }

  /** The true gain of a core's second hyperthread. */
  public SyntheticCluster gain(double value) {
    gain = value;
    return this;
  }

  /**
   * Sets the noise as standard deviations of the logarithm: a query's week, a query's day, the
   * traffic of a day.
   */
  public SyntheticCluster noise(double week, double day, double traffic) {
    weekNoise = week;
    dayNoise = day;
    trafficNoise = traffic;
    return this;
  }

  /** Whether the load is sampled once a second, as Performance Insights does. */
  public SyntheticCluster sampled(boolean value) {
    sampled = value;
    return this;
  }

  public SyntheticCluster step(SyntheticShift step) {
    steps.add(step);
    return this;
  }

  /** Restores from {@code step} on the query that an earlier step took away (factor 0). */
  public SyntheticCluster comesBack(SyntheticShift step) {
    returns.add(step);
    return this;
  }

  public ReviewWeek week() {
    return new ReviewWeek(LocalDate.of(2026, 11, 9), ZoneOffset.UTC);
  }

  /** Replaces the coverage of a load, by a lower or higher one. */
  public static ClusterLoad covered(ClusterLoad load, MinuteCoverage coverage) {
    return new ClusterLoad(
        load.cluster(),
        load.week(),
        load.instances(),
        load.history(),
        load.statements(),
        coverage,
        load.warnings());
  }

  public ClusterLoad load() {
    SharedNoise noise = new SharedNoise(this, new SplittableRandom(seed));
    List<InstanceLoad> instances = new ArrayList<>();
    for (int i = 0; i <= readers; i++) {
      Instance instance = instance(i);
      instances.add(new SyntheticMinutes(this, noise, instance).load(week()));
    }
    List<WeekLoad> history = new ArrayList<>();
    for (int w = 0; w < weeks - 1; w++) {
      history.add(past(noise, w));
    }
    history.add(reviewed(instances));
    Map<String, StatementText> texts =
        queries.stream()
            .collect(
                Collectors.toMap(SyntheticQuery::digest, q -> new StatementText(q.text(), true)));
    Cluster cluster =
        new Cluster(
            "made-up",
            "us-east-1",
            Engine.AURORA_MYSQL,
            Cluster.StorageType.STANDARD,
            instances.stream().map(InstanceLoad::instance).toList());
    return new ClusterLoad(cluster, week(), instances, history, texts, coverage(), List.of());
  }

  private MinuteCoverage coverage() {
    long all = (long) MINUTES * (readers + 1);
    return new MinuteCoverage(all, all);
  }

  private Instance instance(int i) {
    return new Instance(
        "db-" + i,
        i == 0 ? "main-writer" : "main-" + i,
        "8.0.mysql_aurora.3.08.0",
        instanceClass,
        i == 0 ? Role.WRITER : Role.READER,
        "us-east-1a",
        1,
        null);
  }

  double factor(String digest, SyntheticShift.On on, int week, int minute) {
    for (SyntheticShift step : returns) {
      if (step.concerns(digest, on, week, minute)) {
        return step.factor();
      }
    }
    double product = 1;
    for (SyntheticShift step : steps) {
      product *= step.factor(digest, on, week, minute);
    }
    return product;
  }

  private WeekLoad past(SharedNoise noise, int w) {
    ReviewWeek then = week().plus(w - weeks + 1);
    List<DigestLoad> days = new ArrayList<>();
    for (SyntheticQuery query : queries) {
      for (int day = 0; day < 7; day++) {
        days.add(new SyntheticDay(this, noise, query).of(then, w, day));
      }
    }
    return new WeekLoad(then, coverage(), hourlyTotal(days), days, Map.of())
        .withHours(SyntheticHours.of(queries, days));
  }

  private WeekLoad reviewed(List<InstanceLoad> instances) {
    List<DigestLoad> days = SyntheticDay.fromHours(instances);
    Map<String, double[]> cpu = new HashMap<>();
    for (InstanceLoad instance : instances) {
      double[] series =
          instance.counters().getOrDefault(InstanceCounter.CPU_UTILISATION, new double[0]);
      cpu.put(instance.instance().resourceId(), series);
    }
    return new WeekLoad(week(), coverage(), hourlyTotal(days), days, cpu)
        .withHours(SyntheticHours.of(instances));
  }

  private static double[] hourlyTotal(List<DigestLoad> days) {
    double[] hours = new double[168];
    Arrays.fill(hours, days.stream().mapToDouble(DigestLoad::loadAas).sum() / 7);
    return hours;
  }
}
