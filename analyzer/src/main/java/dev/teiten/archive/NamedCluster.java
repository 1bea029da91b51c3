package dev.teiten.archive;

import dev.teiten.archive.files.InstanceKey;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.MemberSpan;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of the archive over all of its time.
 *
 * @param name unique in the archive
 * @param rows its sightings, oldest first; at least one
 */
record NamedCluster(
    String name,
    String identifier,
    String region,
    ClusterLineage lineage,
    List<MonitoredInstance> rows,
    ClusterTimeline timeline) {
  NamedCluster {
    rows = List.copyOf(rows);
  }

  NamedCluster(
      ClusterLineage lineage,
      ClusterKeys keys,
      List<MonitoredInstance> sightings,
      ClusterTimeline timeline) {
    this(
        lineage.name(),
        lineage.name(),
        lineage.region(),
        lineage,
        sightings.stream().filter(row -> lineage.membership(keys.of(row)).isPresent()).toList(),
        timeline);
  }

  NamedCluster called(String uniqueName) {
    return new NamedCluster(uniqueName, identifier, region, lineage, rows, timeline);
  }

  /** Whether it ever had a name, which need not be unique. */
  boolean had(String otherName) {
    return lineage.stretches().stream().anyMatch(s -> s.names().contains(otherName));
  }

  /** The key of its first stretch; see {@link ClusterKeys}. */
  String firstKey() {
    return ClusterKeys.idOf(lineage.stretches().get(0).cluster());
  }

  Instant lastSeenAt() {
    return rows.get(rows.size() - 1).seenAt();
  }

  /** Whether a mark or an event that names a cluster at an instant is about this one. */
  boolean isCalled(String otherName, Instant at) {
    return lineage.stretches().stream()
        .filter(stretch -> stretch.range().contains(at))
        .anyMatch(stretch -> stretch.names().contains(otherName));
  }

  Set<InstanceKey> instances() {
    return rows.stream().map(InstanceKey::of).collect(Collectors.toSet());
  }

  /** The cluster at an instant, with the instances that run then. */
  Cluster at(Instant time) {
    return with(time, member -> member.livesAt(time));
  }

  /** The cluster with every instance that ran within a range, each as it was last seen in it. */
  Cluster over(TimeRange range) {
    return with(range.to(), member -> member.spans().stream().anyMatch(s -> overlaps(s, range)));
  }

  /** The cluster at the last instant of a range at which an instance ran; empty if none ran. */
  Optional<Cluster> lastWithin(TimeRange range) {
    return timeline.members().stream()
        .filter(MemberTimeline::sighted)
        .flatMap(member -> member.spans().stream())
        .filter(span -> overlaps(span, range))
        .map(span -> span.to().isBefore(range.to()) ? span.to() : range.to())
        .max(Comparator.naturalOrder())
        .map(end -> at(end.minusNanos(1)));
  }

  private static boolean overlaps(MemberSpan span, TimeRange range) {
    return span.from().isBefore(range.to()) && range.from().isBefore(span.to());
  }

  /** The end of its last instance; null if one still runs. */
  @Nullable Instant goneAt() {
    Instant last = Instant.MIN;
    for (MemberTimeline member : timeline.members()) {
      Instant died = member.died();
      if (member.sighted() && died == null && !member.spans().isEmpty()) {
        return null;
      }
      last = died != null && died.isAfter(last) ? died : last;
    }
    return last;
  }

  private Cluster with(Instant time, Predicate<MemberTimeline> chosen) {
    Map<String, MonitoredInstance> seen = new HashMap<>();
    MonitoredInstance last = rows.get(0);
    for (MonitoredInstance row : rows) {
      String id = row.instance().resourceId();
      if (!seen.containsKey(id) || row.seenAt().isBefore(time)) {
        seen.put(id, row);
      }
      last = row.seenAt().isBefore(time) ? row : last;
    }
    List<Instance> instances = new ArrayList<>();
    for (MemberTimeline member : timeline.members()) {
      MonitoredInstance row = seen.get(member.instance().resourceId());
      if (row != null && chosen.test(member)) {
        instances.add(row.instance().withRole(roleAt(member, time, row.instance().role())));
      }
    }
    instances.sort(
        Comparator.comparing(Instance::isWriter).reversed().thenComparing(Instance::name));
    return new Cluster(name, region, last.engine(), last.storage(), instances);
  }

  private static @Nullable Role roleAt(
      MemberTimeline member, Instant time, @Nullable Role otherwise) {
    @Nullable Role role = otherwise;
    for (MemberSpan span : member.spans()) {
      if (span.from().isBefore(time) && span.role() != null) {
        role = span.role();
      }
    }
    return role;
  }
}
