package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveException;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names of clusters: the {@code DBClusterIdentifier} if only one region has it, else {@code
 * identifier@region}. Commands accept the long form for every cluster, and names that a cluster had
 * before.
 */
public final class ClusterNames {
  private ClusterNames() {}

  /** The clusters, renamed where their names would not be unique. */
  static List<NamedCluster> unique(List<NamedCluster> clusters) {
    Map<String, List<NamedCluster>> byIdentifier =
        clusters.stream().collect(Collectors.groupingBy(NamedCluster::identifier));
    Map<String, NamedCluster> newest = new HashMap<>();
    clusters.forEach(c -> newest.merge(longName(c), c, (a, b) -> lastSeen(a, b) ? a : b));
    List<NamedCluster> named = new ArrayList<>();
    for (NamedCluster cluster : clusters) {
      boolean alone =
          byIdentifier.getOrDefault(cluster.identifier(), List.of()).stream()
              .allMatch(other -> other.region().equals(cluster.region()));
      boolean isNewest = Objects.equals(newest.get(longName(cluster)), cluster);
      String name = alone ? cluster.identifier() : longName(cluster);
      named.add(cluster.called(isNewest ? name : longName(cluster) + "@" + cluster.firstKey()));
    }
    return named;
  }

  private static boolean lastSeen(NamedCluster one, NamedCluster other) {
    return one.lastSeenAt().isAfter(other.lastSeenAt());
  }

  private static String longName(NamedCluster cluster) {
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

  /**
   * The cluster that has the name, or else the one that had it last.
   *
   * @param clusters with unique names
   * @throws ArchiveException if there is none, or several regions have one
   */
  static NamedCluster find(List<NamedCluster> clusters, String name, Path root) {
    return find(clusters, name).orElseThrow(() -> unknown(clusters, name, root));
  }

  /** The cluster that has the name, or else the one that had it last; empty if several have it. */
  static Optional<NamedCluster> find(List<NamedCluster> clusters, String name) {
    List<Predicate<NamedCluster>> calls =
        List.of(c -> c.name().equals(name), c -> longName(c).equals(name));
    for (Predicate<NamedCluster> call : calls) {
      for (NamedCluster cluster : clusters) {
        if (call.test(cluster)) {
          return Optional.of(cluster);
        }
      }
    }
    return clusters.stream().anyMatch(c -> c.identifier().equals(name))
        ? Optional.empty()
        : clusters.stream()
            .filter(cluster -> cluster.had(name))
            .max(Comparator.comparing(NamedCluster::lastSeenAt));
  }

  private static ArchiveException unknown(List<NamedCluster> clusters, String name, Path root) {
    List<NamedCluster> candidates =
        clusters.stream().filter(c -> c.identifier().equals(name)).toList();
    if (!candidates.isEmpty()) {
      return new ArchiveException(
          "There is a cluster " + name + " in several regions",
          "Call it " + names(candidates, " or ") + ".");
    }
    return new ArchiveException(
        "The archive in " + root + " has no cluster " + name,
        clusters.isEmpty()
            ? "It is empty: run `teiten collect --archive " + root + "` first."
            : "It has " + names(clusters, ", ") + ".");
  }

  private static String names(List<NamedCluster> clusters, String between) {
    return clusters.stream().map(NamedCluster::name).collect(Collectors.joining(between));
  }
}
