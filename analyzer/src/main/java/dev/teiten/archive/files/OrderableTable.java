package dev.teiten.archive.files;

import dev.teiten.load.Cluster;
import dev.teiten.load.Engine;
import dev.teiten.source.OrderableClasses;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which classes can be had for an engine version in a region; the last answer counts. */
public final class OrderableTable {
  private static final String TABLE = "orderable";
  private static final List<String> COLUMNS =
      List.of(
          "seen_at TIMESTAMP",
          "region VARCHAR",
          "engine VARCHAR",
          "engine_version VARCHAR",
          "class VARCHAR");

  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private List<Path> partsRead = List.of();
  private Map<Key, OrderableClasses> known = Map.of();

  private record Key(String region, Engine engine, String version) {}

  private record OrderableRow(Key key, String name, Instant seenAt) {}

  public OrderableTable(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  public void add(OrderableClasses seen) {
    files.add(
        TABLE,
        file ->
            engine.writeRows(
                file,
                COLUMNS,
                seen.classes().stream()
                    .sorted()
                    .map(
                        name ->
                            List.<Object>of(
                                UtcTimestamps.of(seen.seenAt()),
                                seen.region(),
                                seen.engine().name(),
                                seen.version(),
                                name))
                    .toList()));
  }

  public Optional<OrderableClasses> find(String region, Engine of, String version) {
    return Optional.ofNullable(all().get(new Key(region, of, version)));
  }

  /** Of the version that an instance of the cluster runs; null where nobody has asked. */
  @Nullable
  public Set<String> of(Cluster cluster) {
    return cluster.instances().stream()
        .flatMap(i -> find(cluster.region(), cluster.engine(), i.engineVersion()).stream())
        .map(OrderableClasses::classes)
        .findFirst()
        .orElse(null);
  }

  /** Read anew only when there are new files. */
  private synchronized Map<Key, OrderableClasses> all() {
    List<Path> parts = files.table(TABLE);
    if (!parts.equals(partsRead)) {
      known = latest(rows(parts));
      partsRead = parts;
    }
    return known;
  }

  private List<OrderableRow> rows(List<Path> parts) {
    return engine.query(
        "SELECT seen_at, region, engine, engine_version, class FROM " + engine.relation(parts),
        row ->
            new OrderableRow(
                new Key(row.string(2), Engine.valueOf(row.string(3)), row.string(4)),
                row.string(5),
                UtcTimestamps.instant(row.value(1))));
  }

  private static Map<Key, OrderableClasses> latest(List<OrderableRow> rows) {
    Map<Key, Instant> last = new HashMap<>();
    rows.forEach(row -> last.merge(row.key, row.seenAt, (a, b) -> a.isAfter(b) ? a : b));
    Map<Key, OrderableClasses> latest = new HashMap<>();
    last.forEach(
        (key, at) -> {
          Set<String> names =
              rows.stream()
                  .filter(row -> row.key.equals(key) && row.seenAt.equals(at))
                  .map(OrderableRow::name)
                  .collect(Collectors.toSet());
          latest.put(key, new OrderableClasses(key.region, key.engine, key.version, names, at));
        });
    return latest;
  }
}
