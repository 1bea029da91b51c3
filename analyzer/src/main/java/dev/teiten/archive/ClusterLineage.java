package dev.teiten.archive;

import dev.teiten.load.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One cluster over time, under all of its names. After a blue/green switchover the green cluster
 * continues the blue one.
 *
 * @param name the last name, without a region
 * @param stretches in order: which {@code DbClusterResourceId} was the cluster, and when
 */
record ClusterLineage(String name, String region, List<LineageStretch> stretches) {
  ClusterLineage {
    stretches = List.copyOf(stretches);
  }

  /**
   * A stretch of time of a lineage.
   *
   * @param cluster its key; see {@link ClusterKeys}
   * @param names the names that the cluster had in the stretch
   */
  record LineageStretch(String cluster, TimeRange range, Set<String> names) {
    LineageStretch {
      names = Set.copyOf(names);
    }
  }

  /** The time in which a cluster belonged to this lineage. */
  Optional<TimeRange> membership(String cluster) {
    return stretches.stream()
        .filter(stretch -> stretch.cluster.equals(cluster))
        .map(LineageStretch::range)
        .findFirst();
  }
}
