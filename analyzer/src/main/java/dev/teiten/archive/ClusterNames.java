package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveException;
import dev.teiten.load.Cluster;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names of clusters: the {@code DBClusterIdentifier} if only one region has it, else {@code
 * identifier@region}. Commands accept the long form for every cluster.
 */
public final class ClusterNames {
  private ClusterNames() {}

  /** The clusters, renamed where their names would not be unique. */
  static List<Cluster> unique(List<Cluster> clusters) {
    Map<String, Long> count =
        clusters.stream()
            .collect(Collectors.groupingBy(Cluster::identifier, Collectors.counting()));
    return clusters.stream()
        .map(c -> count.getOrDefault(c.identifier(), 1L) > 1 ? renamed(c, longName(c)) : c)
        .toList();
  }

  private static String longName(Cluster cluster) {
    return longName(cluster.identifier(), cluster.region());
  }

  private static String longName(String identifier, String region) {
    return identifier + "@" + region;
  }

  /** Whether a name, short or long, may stand for the cluster of an instance. */
  public static boolean means(String name, MonitoredInstance instance) {
    return name.equals(instance.cluster())
        || name.equals(longName(instance.cluster(), instance.region()));
  }

  private static Cluster renamed(Cluster c, String name) {
    return new Cluster(name, c.region(), c.engine(), c.storage(), c.instances());
  }

  /**
   * The cluster of that name.
   *
   * @param clusters with unique names
   * @throws ArchiveException if there is none, or several regions have one
   */
  static Cluster find(List<Cluster> clusters, String name, Path root) {
    for (Function<Cluster, String> call :
        List.<Function<Cluster, String>>of(Cluster::name, ClusterNames::longName)) {
      for (Cluster cluster : clusters) {
        if (call.apply(cluster).equals(name)) {
          return cluster;
        }
      }
    }
    List<Cluster> candidates = clusters.stream().filter(c -> c.identifier().equals(name)).toList();
    if (!candidates.isEmpty()) {
      throw new ArchiveException(
          "There is a cluster " + name + " in several regions",
          "Call it " + names(candidates, " or ") + ".");
    }
    throw new ArchiveException(
        "The archive in " + root + " has no cluster " + name,
        clusters.isEmpty()
            ? "It is empty: run `teiten collect --archive " + root + "` first."
            : "It has " + names(clusters, ", ") + ".");
  }

  private static String names(List<Cluster> clusters, String between) {
    return clusters.stream().map(Cluster::name).collect(Collectors.joining(between));
  }
}
