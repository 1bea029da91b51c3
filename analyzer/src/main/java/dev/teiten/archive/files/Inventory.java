package dev.teiten.archive.files;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The instances of all clusters over time, as collects saw them. */
public final class Inventory {
  private final InventoryTable sightings;
  private final DepartureTable departures;

  public Inventory(ArchiveFiles files, ArchiveEngine engine) {
    this.sightings = new InventoryTable(files, engine);
    this.departures = new DepartureTable(files, engine);
  }

  /**
   * Adds instances that are new or changed, and departures of instances that are missing.
   *
   * @param seen every instance of the clusters in it
   * @param everyCluster whether {@code seen} also has every cluster of its regions and accounts, so
   *     that a cluster that is missing is gone
   */
  public synchronized void add(Collection<MonitoredInstance> seen, boolean everyCluster) {
    if (seen.isEmpty()) {
      return;
    }
    Map<InstanceKey, MonitoredInstance> missing = present();
    sightings.add(
        seen.stream()
            .map(i -> i.completedBy(missing.get(InstanceKey.of(i))))
            .filter(i -> !i.isLike(missing.get(InstanceKey.of(i))))
            .toList());
    Set<List<String>> searched = new HashSet<>();
    seen.forEach(
        i -> {
          searched.addAll(scopes(i, everyCluster));
          missing.remove(InstanceKey.of(i));
        });
    Instant now = seen.iterator().next().seenAt();
    departures.add(
        missing.values().stream()
            .filter(i -> !Collections.disjoint(searched, scopes(i, everyCluster)))
            .filter(i -> i.seenAt().isBefore(now))
            .toList(),
        now);
  }

  /** The clusters and accounts that an instance belongs to: each was listed as a whole. */
  private static Set<List<String>> scopes(MonitoredInstance instance, boolean everyCluster) {
    Set<List<String>> scopes = new HashSet<>();
    scopes.add(List.of(instance.region(), "cluster", instance.cluster()));
    if (instance.clusterResourceId() != null) {
      scopes.add(List.of(instance.region(), "id", instance.clusterResourceId()));
    }
    if (everyCluster && instance.account() != null) {
      scopes.add(List.of(instance.region(), "account", instance.account()));
    }
    return scopes;
  }

  /** Adds one instance if it is new or changed; other instances of its cluster stay as they are. */
  public synchronized void sight(MonitoredInstance seen) {
    if (!seen.isLike(present().get(InstanceKey.of(seen)))) {
      sightings.add(List.of(seen));
    }
  }

  /** Every row, in the order of seeing. */
  public List<MonitoredInstance> sightings() {
    return sightings.sightings().rows();
  }

  /** The instances that are there, each as it was last seen. */
  private Map<InstanceKey, MonitoredInstance> present() {
    Map<InstanceKey, MonitoredInstance> latest = new HashMap<>();
    sightings().forEach(instance -> latest.put(InstanceKey.of(instance), instance));
    missedAt()
        .forEach(
            (key, missed) ->
                latest.computeIfPresent(
                    key, (k, seen) -> seen.seenAt().isAfter(missed.last()) ? seen : null));
    return latest;
  }

  /** The instants at which collects missed an instance, by instance. */
  public Map<InstanceKey, SortedSet<Instant>> missedAt() {
    Map<InstanceKey, SortedSet<Instant>> missed = new HashMap<>();
    for (DepartureTable.InstanceDeparture departure : departures.departures()) {
      missed
          .computeIfAbsent(departure.instance(), key -> new TreeSet<>())
          .add(departure.missedAt());
    }
    return missed;
  }

  /**
   * The names of the cluster of an instance, in the order of seeing; a folder of its days may bear
   * each of them. Empty if the instance was never seen.
   */
  public List<String> clusterNames(InstanceKey instance) {
    return List.copyOf(sightings.sightings().clusterNames().getOrDefault(instance, List.of()));
  }

  /** The changes of these instances within the range, in the order of seeing. */
  public List<InventoryChange> changes(Set<InstanceKey> instances, TimeRange range) {
    Map<InstanceKey, List<MonitoredInstance>> byInstance =
        sightings().stream()
            .filter(seen -> instances.contains(InstanceKey.of(seen)))
            .collect(Collectors.groupingBy(InstanceKey::of));
    List<InventoryChange> changes = new ArrayList<>();
    for (List<MonitoredInstance> rows : byInstance.values()) {
      created(rows.get(0), changes);
      for (int i = 1; i < rows.size(); i++) {
        changes.addAll(InventoryChange.between(rows.get(i - 1), rows.get(i)));
      }
    }
    for (DepartureTable.InstanceDeparture departure : departures.departures()) {
      List<MonitoredInstance> rows = byInstance.get(departure.instance());
      if (rows != null) {
        changes.add(gone(rows.get(0), departure.missedAt()));
      }
    }
    return changes.stream()
        .filter(change -> range.contains(change.seenAt()))
        .distinct()
        .sorted(
            Comparator.comparing(InventoryChange::seenAt)
                .thenComparing(InventoryChange::instance)
                .thenComparing(InventoryChange::what))
        .toList();
  }

  private static void created(MonitoredInstance first, List<InventoryChange> changes) {
    Instant at = first.instance().createdAt();
    if (at != null) {
      changes.add(
          new InventoryChange(
              at,
              first.instance().name(),
              InventoryChange.ChangeKind.CREATED,
              null,
              first.instance().instanceClass()));
    }
  }

  private static InventoryChange gone(MonitoredInstance instance, Instant at) {
    String name = instance.instance().name();
    return new InventoryChange(at, name, InventoryChange.ChangeKind.GONE, null, null);
  }
}
