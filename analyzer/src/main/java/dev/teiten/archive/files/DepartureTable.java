package dev.teiten.archive.files;

import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instances that were missing when a collect saw their cluster. */
final class DepartureTable {
  private static final PartTable.Layout<InstanceDeparture> LAYOUT =
      new PartTable.Layout<>(
          "departures",
          List.of(
              "missed_at TIMESTAMP", "region VARCHAR", "cluster VARCHAR", "resource_id VARCHAR"),
          DepartureTable::read);

  private final PartTable<InstanceDeparture, List<InstanceDeparture>> table;

  DepartureTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, DepartureTable::sorted);
  }

  record InstanceDeparture(InstanceKey instance, Instant missedAt) {}

  void add(List<MonitoredInstance> gone, Instant missedAt) {
    table.add(gone.stream().map(instance -> row(instance, missedAt)).toList());
  }

  /** Every departure, oldest first. */
  List<InstanceDeparture> departures() {
    return table.content();
  }

  private static List<@Nullable Object> row(MonitoredInstance gone, Instant missedAt) {
    return List.of(
        UtcTimestamps.of(missedAt), gone.region(), gone.cluster(), gone.instance().resourceId());
  }

  private static @Nullable InstanceDeparture read(ArchiveRow row) {
    Instant missedAt = row.instantOrNull("missed_at");
    String region = row.textOrNull("region");
    String resourceId = row.textOrNull("resource_id");
    return missedAt == null || region == null || resourceId == null
        ? null
        : new InstanceDeparture(new InstanceKey(region, resourceId), missedAt);
  }

  private static List<InstanceDeparture> sorted(List<InstanceDeparture> departures) {
    return departures.stream().sorted(Comparator.comparing(InstanceDeparture::missedAt)).toList();
  }
}
