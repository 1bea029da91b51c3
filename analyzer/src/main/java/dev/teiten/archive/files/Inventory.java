package dev.teiten.archive.files;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   */
  public synchronized void add(Collection<MonitoredInstance> seen) {
    if (seen.isEmpty()) {
      return;
    }
    Map<InstanceKey, MonitoredInstance> missing = present(Instant.MAX, Instant.MAX);
    sightings.add(
        seen.stream()
            .map(i -> i.withRoleOf(missing.get(InstanceKey.of(i))))
            .filter(i -> !i.isLike(missing.get(InstanceKey.of(i))))
            .toList());
    Set<List<String>> clusters = new HashSet<>();
    seen.forEach(
        i -> {
          clusters.add(List.of(i.region(), i.cluster()));
          missing.remove(InstanceKey.of(i));
        });
    Instant now = seen.iterator().next().seenAt();
    departures.add(
        missing.values().stream()
            .filter(i -> clusters.contains(List.of(i.region(), i.cluster())))
            .filter(i -> i.seenAt().isBefore(now))
            .toList(),
        now);
  }

  /** Adds one instance if it is new or changed; other instances of its cluster stay as they are. */
  public synchronized void sight(MonitoredInstance seen) {
    if (!seen.isLike(present(Instant.MAX, Instant.MAX).get(InstanceKey.of(seen)))) {
      sightings.add(List.of(seen));
    }
  }

  /** Every row, in the order of seeing. */
  public List<MonitoredInstance> sightings() {
    return sightings.sightings();
  }

  /**
   * The instances that had not left before {@code from}: each as it was last seen before {@code
   * to}, or as it was first seen if that was later.
   */
  public Map<InstanceKey, MonitoredInstance> present(Instant from, Instant to) {
    Map<InstanceKey, MonitoredInstance> latest = new HashMap<>();
    for (MonitoredInstance instance : sightings.sightings()) {
      InstanceKey id = InstanceKey.of(instance);
      if (!latest.containsKey(id) || instance.seenAt().isBefore(to)) {
        latest.put(id, instance);
      }
    }
    latest.keySet().removeAll(goneAt(from).keySet());
    return latest;
  }

  /** The instances known to be gone at {@code time}, and when a collect first missed each. */
  public Map<InstanceKey, Instant> goneAt(Instant time) {
    Map<InstanceKey, Instant> gone = new HashMap<>();
    for (DepartureTable.InstanceDeparture departure : departures.departures()) {
      if (!departure.missedAt().isAfter(time)) {
        gone.merge(departure.instance(), departure.missedAt(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    for (MonitoredInstance seen : sightings.sightings()) {
      Instant missed = gone.get(InstanceKey.of(seen));
      if (missed != null && seen.seenAt().isAfter(missed) && !seen.seenAt().isAfter(time)) {
        gone.remove(InstanceKey.of(seen));
      }
    }
    return gone;
  }

  /** The changes of a cluster's instances within the range, in the order of seeing. */
  public List<InventoryChange> changes(String region, String cluster, TimeRange range) {
    Map<InstanceKey, List<MonitoredInstance>> byInstance =
        sightings.sightings().stream()
            .filter(i -> i.region().equals(region) && i.cluster().equals(cluster))
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
