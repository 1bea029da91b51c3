package dev.teiten.archive.files;

import dev.teiten.load.Cluster;
import dev.teiten.load.Engine;
import dev.teiten.source.OrderableClasses;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes can be ordered for an engine version in a region; the last answer counts. */
public final class OrderableTable {
  private static final PartTable.Layout<OrderableRow> LAYOUT =
      new PartTable.Layout<>(
          "orderable",
          List.of(
              "seen_at TIMESTAMP",
              "region VARCHAR",
              "engine VARCHAR",
              "engine_version VARCHAR",
              "class VARCHAR"),
          OrderableTable::read);

  private final PartTable<OrderableRow, Map<VersionKey, OrderableClasses>> table;

  private record VersionKey(String region, Engine engine, String version) {}

  private record OrderableRow(VersionKey key, String className, Instant seenAt) {}

  public OrderableTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, OrderableTable::latest);
  }

  public void add(OrderableClasses seen) {
    table.add(seen.classes().stream().sorted().map(className -> row(seen, className)).toList());
  }

  public Optional<OrderableClasses> find(String region, Engine engine, String version) {
    return Optional.ofNullable(table.content().get(new VersionKey(region, engine, version)));
  }

  /**
   * The classes for the first engine version of the cluster's instances that was asked about; null
   * if none was.
   */
  @Nullable
  public Set<String> of(Cluster cluster) {
    return cluster.instances().stream()
        .flatMap(i -> find(cluster.region(), cluster.engine(), i.engineVersion()).stream())
        .map(OrderableClasses::classes)
        .findFirst()
        .orElse(null);
  }

  private static List<@Nullable Object> row(OrderableClasses seen, String className) {
    return List.of(
        UtcTimestamps.of(seen.seenAt()),
        seen.region(),
        seen.engine().name(),
        seen.version(),
        className);
  }

  private static @Nullable OrderableRow read(ArchiveRow row) {
    Instant seenAt = row.instantOrNull("seen_at");
    String region = row.textOrNull("region");
    String engine = row.textOrNull("engine");
    String version = row.textOrNull("engine_version");
    String className = row.textOrNull("class");
    return seenAt == null
            || region == null
            || engine == null
            || version == null
            || className == null
        ? null
        : new OrderableRow(
            new VersionKey(region, Engine.valueOf(engine), version), className, seenAt);
  }

  private static Map<VersionKey, OrderableClasses> latest(List<OrderableRow> rows) {
    Map<VersionKey, Instant> lastSeen = new HashMap<>();
    rows.forEach(row -> lastSeen.merge(row.key, row.seenAt, (a, b) -> a.isAfter(b) ? a : b));
    Map<VersionKey, Set<String>> names = new HashMap<>();
    for (OrderableRow row : rows) {
      if (row.seenAt.equals(lastSeen.get(row.key))) {
        names.computeIfAbsent(row.key, key -> new HashSet<>()).add(row.className);
      }
    }
    Map<VersionKey, OrderableClasses> latest = new HashMap<>();
    lastSeen.forEach(
        (key, seenAt) ->
            latest.put(
                key,
                new OrderableClasses(
                    key.region,
                    key.engine,
                    key.version,
                    names.getOrDefault(key, Set.of()),
                    seenAt)));
    return latest;
  }
}
