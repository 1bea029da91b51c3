package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.OrderableTable;
import dev.teiten.archive.files.ScalingTable;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Engine;
import dev.teiten.source.OrderableClasses;
import dev.teiten.source.ScalingPolicies;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers about a whole region: the classes that can be ordered, and the scaling policies. */
public final class RegionFacts {
  private final OrderableTable orderable;
  private final ScalingTable scaling;

  RegionFacts(ArchiveFiles files, ArchiveEngine engine) {
    this.orderable = new OrderableTable(files, engine);
    this.scaling = new ScalingTable(files, engine);
  }

  /** Adds the classes that can be ordered for an engine version. */
  public void add(OrderableClasses seen) {
    orderable.add(seen);
  }

  /** Adds the scaling policies of a region if they changed. */
  public void add(ScalingPolicies seen) {
    scaling.add(seen);
  }

  /** The classes that can be ordered for an engine version, as last collected. */
  public Optional<OrderableClasses> orderable(String region, Engine engine, String version) {
    return orderable.find(region, engine, version);
  }

  /** The identifiers of all clusters that ever had a scaling policy, by region. */
  Map<String, Set<String>> scaledClusters() {
    return scaling.clusters();
  }

  /** In words, all that {@link #with} adds to a load. */
  String identity(Cluster cluster, Instant end) {
    Set<String> classes = orderable.of(cluster);
    return (classes == null ? null : new TreeSet<>(classes))
        + " "
        + scaling.find(cluster.region(), cluster.identifier(), end);
  }

  /**
   * A load with what is known of its cluster at the end of its week.
   *
   * @param cluster with every instance of the week
   */
  ClusterLoad with(ClusterLoad load, Cluster cluster) {
    return load.orderable(orderable.of(cluster))
        .scaling(scaling.find(cluster.region(), cluster.identifier(), load.week().range().to()));
  }
}
