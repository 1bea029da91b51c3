package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.WeekLoad;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.price.PriceBook;
import dev.teiten.synthetic.SimpleNormalizer;
import dev.teiten.synthetic.SyntheticCluster;
import dev.teiten.synthetic.SyntheticQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A synthetic cluster, as a source with every counter would show it: healthy, in three zones. */
public record ClusterFixture(ClusterLoad load) {
  public static final CapacityAdvisor ADVISOR =
      new CapacityAdvisor(PriceBook.bundled(), SizingAssumptions.defaults());
  private static final QueryRanker RANKINGS = new QueryRanker(SimpleNormalizer::of, 1);
  private static final double GIB = 1L << 30;

  public static ClusterFixture of(SyntheticCluster cluster) {
    return healthy(cluster.load());
  }

  /** Adds every counter that the guards read, far from any limit. */
  public static ClusterFixture healthy(ClusterLoad load) {
    boolean postgresql = load.cluster().engine().isPostgresql();
    return new ClusterFixture(load)
        .each(instance -> healthy(instance, load.instances().indexOf(instance), postgresql));
  }

  /** Queries that want up to {@code cores} of each instance outside the batch's hour. */
  public static List<SyntheticQuery> queries(double cores) {
    return List.of(
        SyntheticQuery.of("busy", cores * 100, 0.003),
        SyntheticQuery.of("scan", cores, 0.15),
        SyntheticQuery.of("batch", cores / 100, 3).shape(SyntheticQuery.Shape.BATCH),
        SyntheticQuery.of("flat", cores * 10, 0.002).shape(SyntheticQuery.Shape.FLAT));
  }

  private static InstanceLoad healthy(InstanceLoad load, int index, boolean postgresql) {
    Instance was = load.instance();
    Instance instance =
        new Instance(
            was.resourceId(),
            was.name(),
            was.engineVersion(),
            was.instanceClass(),
            was.role(),
            "us-east-1" + "abc".charAt(index % 3),
            1,
            was.createdAt(),
            was.deployment(),
            was.acu());
    Map<InstanceCounter, Double> levels = new EnumMap<>(InstanceCounter.class);
    levels.putAll(
        Map.of(
            InstanceCounter.MEMORY_TOTAL_BYTES, 128 * GIB,
            InstanceCounter.MEMORY_FREE_BYTES, 12 * GIB,
            InstanceCounter.SWAP_OUT_BYTES_PER_SECOND, 0.0,
            InstanceCounter.CONNECTIONS, 400.0,
            InstanceCounter.BUFFER_POOL_READS_PER_SECOND, 8.0,
            InstanceCounter.NETWORK_RECEIVED_BYTES_PER_SECOND, 4e6,
            InstanceCounter.NETWORK_SENT_BYTES_PER_SECOND, 2e7));
    levels.putAll(
        postgresql
            ? Map.of(
                InstanceCounter.BUFFER_POOL_HITS_PER_SECOND, 39_992.0,
                InstanceCounter.TEMP_FILE_BYTES_PER_SECOND, 2e5,
                InstanceCounter.MAX_CONNECTIONS, 3_400.0)
            : Map.of(InstanceCounter.BUFFER_POOL_HIT_RATIO, 0.9998));
    return with(load, instance).apply(levels);
  }

  private static java.util.function.Function<Map<InstanceCounter, Double>, InstanceLoad> with(
      InstanceLoad load, Instance instance) {
    return levels -> {
      Map<InstanceCounter, double[]> counters = new EnumMap<>(InstanceCounter.class);
      counters.putAll(load.counters());
      levels.forEach((counter, level) -> counters.put(counter, flat(load, level)));
      return copy(load, instance, counters);
    };
  }

  private static double[] flat(InstanceLoad load, double level) {
    double[] series = new double[load.total().length];
    Arrays.fill(series, level);
    return series;
  }

  private static InstanceLoad copy(
      InstanceLoad load, Instance instance, Map<InstanceCounter, double[]> counters) {
    return new InstanceLoad(
            instance,
            load.total(),
            load.waits(),
            load.digests(),
            load.digestCpu(),
            counters,
            load.hours())
        .withSeconds(load.seconds());
  }

  public ClusterFixture each(UnaryOperator<InstanceLoad> change) {
    List<InstanceLoad> instances = load.instances().stream().map(change).toList();
    Cluster cluster = load.cluster();
    return new ClusterFixture(
        new ClusterLoad(
            new Cluster(
                cluster.name(),
                cluster.region(),
                cluster.engine(),
                cluster.storage(),
                instances.stream().map(InstanceLoad::instance).toList()),
            load.week(),
            instances,
            load.history(),
            load.statements(),
            load.coverage(),
            load.warnings(),
            timeline(instances),
            load.older(),
            load.orderable(),
            load.scaling()));
  }

  /** The lives stay; an instance that always lived as it is now lives as it is changed to. */
  private ClusterTimeline timeline(List<InstanceLoad> changed) {
    List<MemberTimeline> members = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      Instance was = load.instances().get(i).instance();
      Instance now = changed.get(i).instance();
      MemberTimeline life = load.timeline().of(was);
      members.add(
          life.spans().equals(MemberTimeline.of(was).spans())
              ? MemberTimeline.of(now)
              : new MemberTimeline(now, life.sighted(), life.membership(), life.spans()));
    }
    return new ClusterTimeline(members, load.timeline().unassigned());
  }

  /** Sets a counter to one level on all instances. */
  public ClusterFixture level(InstanceCounter counter, double level) {
    return each(instance -> with(instance, instance.instance()).apply(Map.of(counter, level)));
  }

  public ClusterFixture without(InstanceCounter counter) {
    return each(
        instance -> {
          Map<InstanceCounter, double[]> counters = new EnumMap<>(InstanceCounter.class);
          counters.putAll(instance.counters());
          counters.remove(counter);
          return copy(instance, instance.instance(), counters);
        });
  }

  public ClusterFixture instance(UnaryOperator<Instance> change) {
    return each(load -> copy(load, change.apply(load.instance()), load.counters()));
  }

  public ClusterFixture history(List<WeekLoad> history) {
    return new ClusterFixture(
        new ClusterLoad(
            load.cluster(),
            load.week(),
            load.instances(),
            history,
            load.statements(),
            load.coverage(),
            load.warnings()));
  }

  ClusterFixture in(String region) {
    Cluster was = load.cluster();
    return new ClusterFixture(
        new ClusterLoad(
            new Cluster(was.name(), region, was.engine(), was.storage(), was.instances()),
            load.week(),
            load.instances(),
            load.history(),
            load.statements(),
            load.coverage(),
            load.warnings()));
  }

  ClusterFixture orderable(Set<String> classes) {
    return new ClusterFixture(load.orderable(classes));
  }

  public Ranking ranking() {
    return RANKINGS.rank(load, Ranking.Order.PEAK);
  }

  public SizingModel model() {
    CpuWork work = CpuWork.of(load);
    return ADVISOR.model(load, RANKINGS.rank(load, work, Ranking.Order.PEAK), work);
  }

  public SizingParts parts() {
    return SizingParts.of(load, ranking());
  }

  public SizingAdvice advice() {
    return ADVISOR.advise(model(), WhatIf.nothing());
  }

  public String fingerprint(String digest) {
    return SimpleNormalizer.fingerprint("SELECT * FROM t_" + digest + " WHERE id = ?");
  }
}
