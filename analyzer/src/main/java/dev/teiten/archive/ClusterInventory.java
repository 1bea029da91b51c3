package dev.teiten.archive;

import dev.teiten.archive.MemberStates.TellingEvent;
import dev.teiten.archive.files.EventTable;
import dev.teiten.archive.files.InstanceKey;
import dev.teiten.archive.files.Inventory;
import dev.teiten.archive.files.MarkTable;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.TimeRange;
import dev.teiten.source.EventMeaning;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The clusters of the archive, each with its timeline, from sightings and events. */
final class ClusterInventory {
  private final Inventory inventory;
  private final EventTable events;
  private final MarkTable marks;
  private final RegionFacts regions;
  private @Nullable KnownClusters known;

  /** All that is derived from one state of the tables. */
  private record KnownClusters(
      List<MonitoredInstance> sightings,
      Collection<SourceEvent> events,
      Collection<MarkTable.StoredMark> marks,
      Map<InstanceKey, SortedSet<Instant>> missedAt,
      Map<String, Set<String>> scaled,
      List<NamedCluster> clusters) {
    boolean isOf(
        List<MonitoredInstance> otherSightings,
        Collection<SourceEvent> otherEvents,
        Collection<MarkTable.StoredMark> otherMarks,
        Map<InstanceKey, SortedSet<Instant>> otherMissedAt,
        Map<String, Set<String>> otherScaled) {
      // Tables give the same object until a row is added.
      return sightings == otherSightings
          && events == otherEvents
          && marks == otherMarks
          && missedAt.equals(otherMissedAt)
          && scaled.equals(otherScaled);
    }
  }

  ClusterInventory(Inventory inventory, EventTable events, MarkTable marks, RegionFacts regions) {
    this.inventory = inventory;
    this.events = events;
    this.marks = marks;
    this.regions = regions;
  }

  /** Every cluster that was ever seen, by name and region. */
  synchronized List<NamedCluster> all() {
    List<MonitoredInstance> sightings = inventory.sightings();
    Collection<SourceEvent> seenEvents = events.events();
    Collection<MarkTable.StoredMark> seenMarks = marks.all();
    Map<InstanceKey, SortedSet<Instant>> missedAt = inventory.missedAt();
    Map<String, Set<String>> scaled = regions.scaledClusters();
    KnownClusters last = known;
    if (last == null || !last.isOf(sightings, seenEvents, seenMarks, missedAt, scaled)) {
      Collection<SourceEvent> told = ClusterMarks.told(seenEvents, seenMarks);
      List<NamedCluster> clusters = read(sightings, told, missedAt, scaled);
      last = new KnownClusters(sightings, seenEvents, seenMarks, missedAt, scaled, clusters);
      known = last;
    }
    return last.clusters;
  }

  /**
   * The clusters of which an instance ran at some instant of the range, as they were at its end.
   */
  List<Cluster> within(TimeRange range) {
    return all().stream().flatMap(cluster -> cluster.lastWithin(range).stream()).toList();
  }

  /** The clusters of which an instance runs at an instant. */
  List<Cluster> at(Instant time) {
    return all().stream()
        .map(cluster -> cluster.at(time))
        .filter(cluster -> !cluster.instances().isEmpty())
        .toList();
  }

  /** The cluster with the name of this one. */
  Optional<NamedCluster> named(Cluster cluster) {
    return all().stream().filter(c -> c.name().equals(cluster.name())).findFirst();
  }

  private static List<NamedCluster> read(
      List<MonitoredInstance> sightings,
      Collection<SourceEvent> events,
      Map<InstanceKey, SortedSet<Instant>> missedAt,
      Map<String, Set<String>> scaled) {
    ClusterKeys keys = new ClusterKeys(sightings, events);
    NamedLives lives = new NamedLives(events);
    Map<String, List<SeenMember>> byCluster = members(sightings, keys, lives, missedAt);
    List<SeenMember> everyMember = byCluster.values().stream().flatMap(List::stream).toList();
    UnseenMembers unseen = UnseenMembers.of(everyMember, lives, scaled);
    List<TellingEvent> telling = new ArrayList<>();
    for (SourceEvent event : events) {
      EventMeaning.of(event.message())
          .ifPresent(meaning -> telling.add(new TellingEvent(event, meaning)));
    }
    List<NamedCluster> clusters = new ArrayList<>();
    for (ClusterLineage lineage : ClusterLineages.of(keys)) {
      List<MemberTimeline> members = new ArrayList<>();
      List<MemberTimeline> perhaps = new ArrayList<>();
      for (ClusterLineage.LineageStretch stretch : lineage.stretches()) {
        List<SeenMember> seen = byCluster.getOrDefault(stretch.cluster(), List.of());
        members.addAll(
            timelines(seen, stretch.range(), own(telling, stretch.cluster(), keys, seen)));
        members.addAll(unseen.of(stretch.cluster()));
        perhaps.addAll(unseen.perhapsOf(stretch.cluster()));
      }
      clusters.add(
          new NamedCluster(lineage, keys, sightings, new ClusterTimeline(members, perhaps)));
    }
    clusters.sort(
        Comparator.comparing(NamedCluster::identifier).thenComparing(NamedCluster::region));
    return ClusterNames.unique(clusters);
  }

  private static Map<String, List<SeenMember>> members(
      List<MonitoredInstance> sightings,
      ClusterKeys keys,
      NamedLives lives,
      Map<InstanceKey, SortedSet<Instant>> missedAt) {
    Map<InstanceKey, List<MonitoredInstance>> rows = new LinkedHashMap<>();
    sightings.forEach(
        seen -> rows.computeIfAbsent(InstanceKey.of(seen), k -> new ArrayList<>()).add(seen));
    Map<String, List<SeenMember>> byCluster = new LinkedHashMap<>();
    rows.forEach(
        (key, seen) -> {
          String cluster = keys.of(seen.get(seen.size() - 1));
          byCluster
              .computeIfAbsent(cluster, c -> new ArrayList<>())
              .add(
                  SeenMember.of(cluster, seen, lives, missedAt.getOrDefault(key, new TreeSet<>())));
        });
    return byCluster;
  }

  private static List<MemberTimeline> timelines(
      List<SeenMember> members, TimeRange stretch, List<TellingEvent> events) {
    List<MemberTimeline> timelines = new ArrayList<>();
    for (SeenMember member : members) {
      MemberStates states = new MemberStates(member, members, events);
      timelines.add(new MemberTimeline(member.instance(), true, stretch, states.spans(stretch)));
    }
    return timelines;
  }

  /** The events of a cluster and of its instances. */
  private static List<TellingEvent> own(
      List<TellingEvent> events, String cluster, ClusterKeys keys, List<SeenMember> members) {
    return events.stream()
        .filter(
            e -> {
              SourceEvent event = e.event();
              return event.region().equals(ClusterKeys.regionOf(cluster))
                  && (event.ofCluster()
                      ? keys.isCalled(cluster, event.subject(), event.at())
                      : members.stream().anyMatch(m -> m.isCalled(event.subject(), event.at())));
            })
        .toList();
  }
}
