package dev.teiten.archive;

import dev.teiten.archive.files.Inventory;
import dev.teiten.load.Cluster;
import dev.teiten.load.Instance;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Groups the instances of the inventory into clusters. */
final class ClusterInventory {
  private static final Comparator<List<String>> BY_NAME =
      Comparator.<List<String>, String>comparing(key -> key.get(0))
          .thenComparing(key -> key.get(1));

  private final Inventory inventory;

  ClusterInventory(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * The clusters by name and region; names are unique.
   *
   * @param from instances that had left before are left out
   * @param to the other instances are as they were last seen before this time
   */
  List<Cluster> of(Instant from, Instant to) {
    return of(inventory.present(from, to).values());
  }

  /** The clusters with every instance that they ever had. */
  List<Cluster> withFormerInstances() {
    return of(inventory.present(Instant.MIN, Instant.MAX).values());
  }

  /** A cluster with the instances of another time. */
  Cluster at(Cluster cluster, Instant from, Instant to) {
    return of(from, to).stream()
        .filter(c -> c.name().equals(cluster.name()))
        .findFirst()
        .orElse(cluster);
  }

  private static List<Cluster> of(Collection<MonitoredInstance> instances) {
    Map<List<String>, List<MonitoredInstance>> members =
        instances.stream()
            .collect(
                Collectors.groupingBy(
                    i -> List.of(i.cluster(), i.region()),
                    () -> new TreeMap<>(BY_NAME),
                    Collectors.toList()));
    return ClusterNames.unique(members.values().stream().map(ClusterInventory::cluster).toList());
  }

  private static Cluster cluster(List<MonitoredInstance> members) {
    MonitoredInstance first = members.get(0);
    List<Instance> instances =
        members.stream()
            .map(MonitoredInstance::instance)
            .sorted(
                Comparator.comparing(Instance::isWriter).reversed().thenComparing(Instance::name))
            .toList();
    return new Cluster(first.cluster(), first.region(), first.engine(), first.storage(), instances);
  }
}
