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

/** Which instances there were, and what they were like, at any time that a collect saw them. */
public final class Inventory {
  private final InventoryTable sightings;
  private final DepartureTable departures;

  public Inventory(ArchiveFiles files, ArchiveEngine engine) {
    this.sightings = new InventoryTable(files, engine);
    this.departures = new DepartureTable(files, engine);
  }

  /**
   * Adds what is new or changed, and notes what is missing.
   *
   * @param seen whole clusters
   */
  public synchronized void add(Collection<MonitoredInstance> seen) {
    if (seen.isEmpty()) {
      return;
    }
    Map<String, MonitoredInstance> known = present(Instant.MAX, Instant.MAX);
    sightings.add(
        seen.stream()
            .map(i -> i.withRoleOf(known.get(key(i))))
            .filter(i -> !i.isLike(known.get(key(i))))
            .toList());
    Set<List<String>> clusters = new HashSet<>();
    seen.forEach(
        i -> {
          clusters.add(List.of(i.region(), i.cluster()));
          known.remove(key(i));
        });
    Instant now = seen.iterator().next().seenAt();
    departures.add(
        known.values().stream()
            .filter(i -> clusters.contains(List.of(i.region(), i.cluster())))
            .filter(i -> i.seenAt().isBefore(now))
            .toList(),
        now);
  }

  /** Adds what is new or changed of one instance, and says nothing of the others. */
  public synchronized void sight(MonitoredInstance seen) {
    if (!seen.isLike(present(Instant.MAX, Instant.MAX).get(key(seen)))) {
      sightings.add(List.of(seen));
    }
  }

  /** Every row, in the order of seeing. */
  public List<MonitoredInstance> sightings() {
    return sightings.all();
  }

  /**
   * The instances that were not gone at {@code from} yet, each as it was last seen before {@code
   * to}, or first seen if only later.
   */
  public Map<String, MonitoredInstance> present(Instant from, Instant to) {
    Map<String, MonitoredInstance> latest = new HashMap<>();
    for (MonitoredInstance instance : sightings.all()) {
      String id = key(instance);
      if (!latest.containsKey(id) || instance.seenAt().isBefore(to)) {
        latest.put(id, instance);
      }
    }
    latest.keySet().removeAll(goneAt(from).keySet());
    return latest;
  }

  private static String key(MonitoredInstance instance) {
    return key(instance.region(), instance.instance().resourceId());
  }

  /** What tells instances apart. */
  public static String key(String region, String resourceId) {
    return region + "/" + resourceId;
  }

  /** By {@link #key}, those that are gone at {@code time}, and since when that is known. */
  public Map<String, Instant> goneAt(Instant time) {
    Map<String, Instant> gone = new HashMap<>();
    for (DepartureTable.InstanceDeparture departure : departures.all()) {
      if (!departure.missedAt().isAfter(time)) {
        gone.merge(departure.key(), departure.missedAt(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    for (MonitoredInstance seen : sightings.all()) {
      Instant missed = gone.get(key(seen));
      if (missed != null && seen.seenAt().isAfter(missed) && !seen.seenAt().isAfter(time)) {
        gone.remove(key(seen));
      }
    }
    return gone;
  }

  /** What changed about the instances of a cluster, in the order of seeing. */
  public List<InventoryChange> changes(String region, String cluster, TimeRange range) {
    Map<String, List<MonitoredInstance>> byInstance =
        sightings.all().stream()
            .filter(i -> i.region().equals(region) && i.cluster().equals(cluster))
            .collect(Collectors.groupingBy(Inventory::key));
    List<InventoryChange> changes = new ArrayList<>();
    for (List<MonitoredInstance> rows : byInstance.values()) {
      created(rows.get(0), changes);
      for (int i = 1; i < rows.size(); i++) {
        changes.addAll(InventoryChange.between(rows.get(i - 1), rows.get(i)));
      }
    }
    for (DepartureTable.InstanceDeparture departure : departures.all()) {
      List<MonitoredInstance> rows = byInstance.get(departure.key());
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
