package dev.teiten.synthetic;

import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Engine;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.StatementText;
import java.util.List;
import java.util.Map;

/** Copies of a load in which one thing is another. */
public final class ChangedLoads {
  private ChangedLoads() {}

  /** The load with other instances, which run since their creation. */
  public static ClusterLoad withInstances(ClusterLoad load, List<InstanceLoad> instances) {
    return copy(load, load.cluster(), instances, load.statements());
  }

  /** The load with other texts of its digests. */
  public static ClusterLoad withTexts(ClusterLoad load, Map<String, StatementText> texts) {
    return copy(load, load.cluster(), load.instances(), texts);
  }

  /** The load as that of another engine. */
  public static ClusterLoad withEngine(ClusterLoad load, Engine engine) {
    Cluster was = load.cluster();
    Cluster cluster = new Cluster(was.name(), was.region(), engine, was.storage(), was.instances());
    return copy(load, cluster, load.instances(), load.statements());
  }

  private static ClusterLoad copy(
      ClusterLoad load,
      Cluster cluster,
      List<InstanceLoad> instances,
      Map<String, StatementText> texts) {
    return new ClusterLoad(
        cluster, load.week(), instances, load.history(), texts, load.coverage(), load.warnings());
  }
}
