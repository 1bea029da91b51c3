package dev.teiten.synthetic;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.StatementText;
import java.util.List;
import java.util.Map;

/** Copies of a load in which one thing is another. */
public final class ChangedLoads {
  private ChangedLoads() {}

  /** The load with other instances, which run since their creation. */
  public static ClusterLoad withInstances(ClusterLoad load, List<InstanceLoad> instances) {
    return copy(load, instances, load.statements());
  }

  /** The load with other texts of its digests. */
  public static ClusterLoad withTexts(ClusterLoad load, Map<String, StatementText> texts) {
    return copy(load, load.instances(), texts);
  }

  private static ClusterLoad copy(
      ClusterLoad load, List<InstanceLoad> instances, Map<String, StatementText> texts) {
    return new ClusterLoad(
        load.cluster(),
        load.week(),
        instances,
        load.history(),
        texts,
        load.coverage(),
        load.warnings());
  }
}
