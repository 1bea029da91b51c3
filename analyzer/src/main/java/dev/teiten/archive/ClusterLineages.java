package dev.teiten.archive;

import dev.teiten.archive.ClusterLineage.LineageStretch;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lineages of clusters. A cluster that takes the name of another continues it in two
 * cases: the other is gone, or a blue/green switchover renamed it to {@code NAME-old1}. A cluster
 * that was renamed to any other name stays one lineage.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/blue-green-deployments-switching.html">the
 *     names after a switchover</a>
 */
final class ClusterLineages {
  private final ClusterKeys keys;
  private final Map<String, List<LineageSegment>> byCluster = new LinkedHashMap<>();
  private int lineages;

  /** A stretch of a cluster, and the number of the lineage that it belongs to. */
  private record LineageSegment(String cluster, TimeRange range, int lineage) {}

  /** A cluster that takes a name over from another. */
  private record NameSuccession(String from, String to, Instant at) {}

  private ClusterLineages(ClusterKeys keys) {
    this.keys = keys;
    for (String key : keys.all()) {
      byCluster.put(key, List.of(new LineageSegment(key, MemberTimeline.ALWAYS, lineages++)));
    }
  }

  static List<ClusterLineage> of(ClusterKeys keys) {
    ClusterLineages found = new ClusterLineages(keys);
    found.successions().forEach(found::succeed);
    return found.lineages();
  }

  private List<NameSuccession> successions() {
    List<NameSuccession> successions = new ArrayList<>();
    for (String key : keys.all()) {
      keys.names(key)
          .forEach(
              (at, name) -> {
                NameSuccession succession = succession(key, name, at);
                if (succession != null) {
                  successions.add(succession);
                }
              });
    }
    successions.sort(Comparator.comparing(NameSuccession::at));
    return successions;
  }

  /** From the last cluster that had the name before and gave it up: it ended or was switched. */
  private @Nullable NameSuccession succession(String key, String name, Instant at) {
    @Nullable NameSuccession last = null;
    Instant lastSince = Instant.MIN;
    for (String other : keys.all()) {
      NavigableMap<Instant, String> names = keys.names(other);
      for (Map.Entry<Instant, String> had : names.headMap(at, false).entrySet()) {
        Map.Entry<Instant, String> next = names.higherEntry(had.getKey());
        boolean isPredecessor =
            !other.equals(key)
                && ClusterKeys.regionOf(other).equals(ClusterKeys.regionOf(key))
                && had.getValue().equals(name)
                && (next == null || next.getValue().matches("\\Q" + name + "\\E-old\\d+"));
        if (isPredecessor && !had.getKey().isBefore(lastSince)) {
          boolean gaveUpBefore = next != null && next.getKey().isBefore(at);
          last = new NameSuccession(other, key, gaveUpBefore ? next.getKey() : at);
          lastSince = had.getKey();
        }
      }
    }
    return last;
  }

  private void succeed(NameSuccession succession) {
    List<LineageSegment> before = cut(succession.from, succession.at);
    List<LineageSegment> after = cut(succession.to, succession.at);
    int lineage = lineageAt(before, succession.at.minusNanos(1));
    // The old cluster is another lineage from then on, and so is the new one until then.
    byCluster.put(succession.from, relabelled(before, succession.at, true, lineages++));
    List<LineageSegment> continued = relabelled(after, succession.at, true, lineage);
    byCluster.put(succession.to, relabelled(continued, succession.at, false, lineages++));
  }

  private List<LineageSegment> cut(String cluster, Instant at) {
    List<LineageSegment> cut = new ArrayList<>();
    for (LineageSegment segment : byCluster.getOrDefault(cluster, List.of())) {
      TimeRange range = segment.range;
      if (range.from().isBefore(at) && range.contains(at)) {
        cut.add(new LineageSegment(cluster, new TimeRange(range.from(), at), segment.lineage));
        cut.add(new LineageSegment(cluster, new TimeRange(at, range.to()), segment.lineage));
      } else {
        cut.add(segment);
      }
    }
    return cut;
  }

  private static int lineageAt(List<LineageSegment> segments, Instant at) {
    return segments.stream()
        .filter(segment -> segment.range.contains(at))
        .mapToInt(LineageSegment::lineage)
        .findFirst()
        .orElseThrow();
  }

  private static List<LineageSegment> relabelled(
      List<LineageSegment> segments, Instant at, boolean from, int lineage) {
    return segments.stream()
        .map(
            segment ->
                from != segment.range.from().isBefore(at)
                    ? new LineageSegment(segment.cluster, segment.range, lineage)
                    : segment)
        .toList();
  }

  private List<ClusterLineage> lineages() {
    Map<Integer, List<LineageSegment>> byLineage = new HashMap<>();
    byCluster.values().stream()
        .flatMap(List::stream)
        .filter(this::wasNamed)
        .forEach(s -> byLineage.computeIfAbsent(s.lineage, l -> new ArrayList<>()).add(s));
    return byLineage.values().stream().map(this::lineage).toList();
  }

  /** Whether the cluster was ever seen within the segment. */
  private boolean wasNamed(LineageSegment segment) {
    NavigableMap<Instant, String> names = keys.names(segment.cluster);
    return byCluster.getOrDefault(segment.cluster, List.of()).size() == 1
        || names.keySet().stream().anyMatch(segment.range::contains);
  }

  private ClusterLineage lineage(List<LineageSegment> segments) {
    List<LineageSegment> sorted =
        segments.stream().sorted(Comparator.comparing(s -> s.range.from())).toList();
    LineageSegment last = sorted.get(sorted.size() - 1);
    String name =
        keys.nameAt(
            last.cluster,
            last.range.to().equals(Instant.MAX) ? Instant.MAX : last.range.to().minusNanos(1));
    return new ClusterLineage(
        name,
        ClusterKeys.regionOf(last.cluster),
        sorted.stream()
            .map(s -> new LineageStretch(s.cluster, s.range, keys.namesWithin(s.cluster, s.range)))
            .toList());
  }
}
