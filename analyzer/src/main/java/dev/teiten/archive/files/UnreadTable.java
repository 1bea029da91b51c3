package dev.teiten.archive.files;

import dev.teiten.source.UnreadInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instances of other engines at each place; a change adds all of them again. */
public final class UnreadTable {
  private static final PartTable.Layout<UnreadRow> LAYOUT =
      new PartTable.Layout<>(
          "unread",
          List.of(
              "seen_at TIMESTAMP",
              "place VARCHAR",
              "region VARCHAR",
              "name VARCHAR",
              "engine VARCHAR",
              "class VARCHAR"),
          UnreadTable::read);

  private final PartTable<UnreadRow, Map<String, List<UnreadInstance>>> table;

  /** The instance is null where a place has none any more. */
  private record UnreadRow(String place, Instant seenAt, @Nullable UnreadInstance instance) {}

  public UnreadTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, UnreadTable::latest);
  }

  /**
   * Adds the instances of a place if they changed.
   *
   * @param seen every instance of other engines there
   */
  public synchronized void add(String place, List<UnreadInstance> seen, Instant now) {
    List<UnreadInstance> sorted = sorted(seen);
    if (sorted.equals(table.content().getOrDefault(place, List.of()))) {
      return;
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    sorted.forEach(instance -> rows.add(row(place, now, instance)));
    if (rows.isEmpty()) {
      rows.add(row(place, now, null));
    }
    table.add(rows);
  }

  /** The instances of every place as they were last seen, each once. */
  public List<UnreadInstance> instances() {
    return sorted(table.content().values().stream().flatMap(List::stream).distinct().toList());
  }

  private static List<UnreadInstance> sorted(List<UnreadInstance> instances) {
    return instances.stream()
        .sorted(Comparator.comparing(UnreadInstance::region).thenComparing(UnreadInstance::name))
        .toList();
  }

  private static List<@Nullable Object> row(
      String place, Instant now, @Nullable UnreadInstance instance) {
    return Arrays.<@Nullable Object>asList(
        UtcTimestamps.of(now),
        place,
        instance == null ? null : instance.region(),
        instance == null ? null : instance.name(),
        instance == null ? null : instance.engine(),
        instance == null ? null : instance.instanceClass());
  }

  private static @Nullable UnreadRow read(ArchiveRow row) {
    Instant seenAt = row.instantOrNull("seen_at");
    String place = row.textOrNull("place");
    String region = row.textOrNull("region");
    String name = row.textOrNull("name");
    String engine = row.textOrNull("engine");
    if (seenAt == null || place == null) {
      return null;
    }
    return new UnreadRow(
        place,
        seenAt,
        region == null || name == null || engine == null
            ? null
            : new UnreadInstance(region, name, engine, row.textOrNull("class")));
  }

  private static Map<String, List<UnreadInstance>> latest(List<UnreadRow> rows) {
    Map<String, Instant> lastSeen = new HashMap<>();
    rows.forEach(row -> lastSeen.merge(row.place, row.seenAt, (a, b) -> a.isAfter(b) ? a : b));
    Map<String, List<UnreadInstance>> latest = new HashMap<>();
    for (UnreadRow row : rows) {
      if (row.instance != null && row.seenAt.equals(lastSeen.get(row.place))) {
        latest.computeIfAbsent(row.place, place -> new ArrayList<>()).add(row.instance);
      }
    }
    latest.replaceAll((place, instances) -> sorted(instances));
    return latest;
  }
}
