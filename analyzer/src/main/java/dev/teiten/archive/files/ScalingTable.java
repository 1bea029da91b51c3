package dev.teiten.archive.files;

import dev.teiten.load.ScalingPolicy;
import dev.teiten.source.ScalingPolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scaling policies by region and time. An answer is added when it differs from the one before;
 * one without any policy is a row without a cluster.
 */
public final class ScalingTable {
  private static final PartTable.Layout<PolicyRow> LAYOUT =
      new PartTable.Layout<>(
          "scaling",
          List.of(
              "seen_at TIMESTAMP",
              "region VARCHAR",
              "cluster VARCHAR",
              "min_readers INTEGER",
              "max_readers INTEGER",
              "target DOUBLE"),
          ScalingTable::read);

  private final PartTable<PolicyRow, Map<String, NavigableMap<Instant, Map<String, ScalingPolicy>>>>
      table;

  private record PolicyRow(
      Instant seenAt, String region, @Nullable String cluster, @Nullable ScalingPolicy policy) {}

  public ScalingTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, ScalingTable::byTime);
  }

  public synchronized void add(ScalingPolicies seen) {
    NavigableMap<Instant, Map<String, ScalingPolicy>> known = table.content().get(seen.region());
    if (known != null && known.lastEntry().getValue().equals(seen.byCluster())) {
      return;
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    seen.byCluster().forEach((cluster, policy) -> rows.add(row(seen, cluster, policy)));
    table.add(rows.isEmpty() ? List.of(row(seen, null, null)) : rows);
  }

  /** The policy of a cluster at an instant, or else the first one known; null if there is none. */
  public @Nullable ScalingPolicy find(String region, String cluster, Instant at) {
    NavigableMap<Instant, Map<String, ScalingPolicy>> known = table.content().get(region);
    if (known == null) {
      return null;
    }
    Map.Entry<Instant, Map<String, ScalingPolicy>> before = known.floorEntry(at);
    return (before == null ? known.firstEntry() : before).getValue().get(cluster);
  }

  /** The identifiers of all clusters that ever had a policy, by region. */
  public Map<String, Set<String>> clusters() {
    Map<String, Set<String>> clusters = new HashMap<>();
    table
        .content()
        .forEach(
            (region, answers) ->
                clusters.put(
                    region,
                    answers.values().stream()
                        .flatMap(byCluster -> byCluster.keySet().stream())
                        .collect(Collectors.toSet())));
    return clusters;
  }

  private static List<@Nullable Object> row(
      ScalingPolicies seen, @Nullable String cluster, @Nullable ScalingPolicy policy) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(UtcTimestamps.of(seen.seenAt()));
    row.add(seen.region());
    row.add(cluster);
    row.add(policy == null ? null : policy.min());
    row.add(policy == null ? null : policy.max());
    row.add(policy == null ? null : policy.target());
    return row;
  }

  private static @Nullable PolicyRow read(ArchiveRow row) {
    Instant seenAt = row.instantOrNull("seen_at");
    String region = row.textOrNull("region");
    return seenAt == null || region == null
        ? null
        : new PolicyRow(seenAt, region, row.textOrNull("cluster"), policy(row));
  }

  private static @Nullable ScalingPolicy policy(ArchiveRow row) {
    Integer min = row.integerOrNull("min_readers");
    Integer max = row.integerOrNull("max_readers");
    double target = row.number("target");
    return min == null || max == null
        ? null
        : new ScalingPolicy(min, max, Double.isNaN(target) ? null : Double.valueOf(target));
  }

  private static Map<String, NavigableMap<Instant, Map<String, ScalingPolicy>>> byTime(
      List<PolicyRow> rows) {
    Map<String, NavigableMap<Instant, Map<String, ScalingPolicy>>> byRegion = new HashMap<>();
    for (PolicyRow row : rows) {
      Map<String, ScalingPolicy> answer =
          byRegion
              .computeIfAbsent(row.region, region -> new TreeMap<>())
              .computeIfAbsent(row.seenAt, seenAt -> new HashMap<>());
      if (row.cluster != null && row.policy != null) {
        answer.put(row.cluster, row.policy);
      }
    }
    return byRegion;
  }
}
