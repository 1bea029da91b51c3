package dev.teiten.archive;

import dev.teiten.archive.files.InstanceKey;
import dev.teiten.load.TimeRange;
import dev.teiten.source.EventMeaning;
import dev.teiten.source.EventMeaning.EventKind;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Identifies clusters by region and {@code DbClusterResourceId}, and tells the name of each by
 * time. Sightings of old archives lack the id: they belong to the cluster of the same instance, or
 * else of the same name.
 */
final class ClusterKeys {
  private final Map<InstanceKey, String> idOfInstance = new HashMap<>();
  private final Map<List<String>, String> idOfName = new HashMap<>();
  private final Map<String, NavigableMap<Instant, String>> names = new LinkedHashMap<>();
  private final Map<String, Set<String>> namesOfReplicas = new HashMap<>();

  /**
   * @param sightings every row of the inventory, oldest first
   */
  ClusterKeys(List<MonitoredInstance> sightings, Collection<SourceEvent> events) {
    for (MonitoredInstance seen : sightings) {
      if (seen.clusterResourceId() != null) {
        idOfInstance.put(InstanceKey.of(seen), seen.clusterResourceId());
        idOfName.put(List.of(seen.region(), seen.cluster()), seen.clusterResourceId());
      }
    }
    for (MonitoredInstance seen : sightings) {
      if (wasAlone(seen)) {
        namesOfReplicas.computeIfAbsent(of(seen), key -> new HashSet<>()).add(seen.cluster());
        continue;
      }
      NavigableMap<Instant, String> known = names.computeIfAbsent(of(seen), key -> new TreeMap<>());
      if (known.isEmpty()) {
        known.put(firstInstant(seen), seen.cluster());
      } else if (known.size() == 1 && firstInstant(seen).isBefore(known.firstKey())) {
        known.put(firstInstant(seen), Objects.requireNonNull(known.remove(known.firstKey())));
      }
      if (!known.lastEntry().getValue().equals(seen.cluster())) {
        known.put(seen.seenAt(), seen.cluster());
      }
    }
    events.forEach(this::refine);
  }

  /** A cluster has its first name from the creation of its instances, before any sighting. */
  private static Instant firstInstant(MonitoredInstance seen) {
    Instant created = seen.instance().createdAt();
    return created == null || created.isAfter(seen.seenAt()) ? seen.seenAt() : created;
  }

  /** The key of the cluster of a sighting. */
  String of(MonitoredInstance seen) {
    @Nullable String id = seen.clusterResourceId();
    if (id == null || wasAlone(seen)) {
      id = idOfInstance.get(InstanceKey.of(seen));
    }
    if (id == null) {
      id = idOfName.get(List.of(seen.region(), seen.cluster()));
    }
    return seen.region() + "/" + Objects.requireNonNullElse(id, "name:" + seen.cluster());
  }

  /**
   * Whether the instance was seen as a cluster of its own and later as a member of another.
   * Versions before 0.5 saw a read replica so.
   */
  boolean wasAlone(MonitoredInstance seen) {
    String own = seen.instance().resourceId();
    return own.equals(seen.clusterResourceId())
        && !own.equals(idOfInstance.get(InstanceKey.of(seen)));
  }

  /** The resource id, or {@code name:} and the name where it is not known. */
  static String idOf(String key) {
    return key.substring(key.indexOf('/') + 1);
  }

  static String regionOf(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  /** The keys of all clusters, in the order of seeing. */
  Collection<String> all() {
    return names.keySet();
  }

  /** The names of a cluster, by the instant from which each is known. */
  NavigableMap<Instant, String> names(String key) {
    return names.getOrDefault(key, new TreeMap<>());
  }

  /** The name of a cluster at an instant; before the first, the first. */
  String nameAt(String key, Instant instant) {
    NavigableMap<Instant, String> known = names(key);
    Map.Entry<Instant, String> entry = known.floorEntry(instant);
    return entry == null ? known.firstEntry().getValue() : entry.getValue();
  }

  /** Whether the cluster had a name at an instant, as far as the sightings around it tell. */
  boolean isCalled(String key, String name, Instant instant) {
    Map.Entry<Instant, String> next = names(key).higherEntry(instant);
    return nameAt(key, instant).equals(name) || next != null && next.getValue().equals(name);
  }

  /** The names that a cluster had within a range, and those under which replicas were one. */
  Set<String> namesWithin(String key, TimeRange range) {
    Set<String> within = new HashSet<>();
    if (range.from().isAfter(Instant.MIN) || !names(key).firstKey().isBefore(range.to())) {
      within.add(nameAt(key, range.from()));
    }
    within.addAll(names(key).subMap(range.from(), range.to()).values());
    within.addAll(namesOfReplicas.getOrDefault(key, Set.of()));
    return within;
  }

  /** A collect sees a renaming late; its event tells the instant. */
  private void refine(SourceEvent event) {
    EventMeaning meaning = EventMeaning.of(event.message()).orElse(null);
    if (meaning == null || meaning.kind() != EventKind.RENAMED || !event.ofCluster()) {
      return;
    }
    for (Map.Entry<String, NavigableMap<Instant, String>> cluster : names.entrySet()) {
      NavigableMap<Instant, String> known = cluster.getValue();
      for (Instant seen : List.copyOf(known.keySet())) {
        Map.Entry<Instant, String> before = known.lowerEntry(seen);
        if (regionOf(cluster.getKey()).equals(event.region())
            && before != null
            && before.getValue().equals(meaning.formerName())
            && Objects.equals(known.get(seen), meaning.name())
            && event.at().isAfter(before.getKey())
            && event.at().isBefore(seen)) {
          known.put(event.at(), Objects.requireNonNull(known.remove(seen)));
        }
      }
    }
  }
}
