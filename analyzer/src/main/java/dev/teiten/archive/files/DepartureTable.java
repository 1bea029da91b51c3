package dev.teiten.archive.files;

import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instances that a collect missed in a cluster that it saw. */
final class DepartureTable {
  private static final String TABLE = "departures";
  private static final List<String> COLUMNS =
      List.of("missed_at TIMESTAMP", "region VARCHAR", "cluster VARCHAR", "resource_id VARCHAR");

  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private List<Path> partsRead = List.of();
  private List<InstanceDeparture> departures = List.of();

  DepartureTable(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  /**
   * @param key as {@link Inventory#key}
   */
  record InstanceDeparture(String key, Instant missedAt) {}

  void add(List<MonitoredInstance> gone, Instant missedAt) {
    if (!gone.isEmpty()) {
      List<List<@Nullable Object>> rows =
          gone.stream()
              .map(
                  i ->
                      List.<@Nullable Object>of(
                          UtcTimestamps.of(missedAt),
                          i.region(),
                          i.cluster(),
                          i.instance().resourceId()))
              .toList();
      files.add(TABLE, file -> engine.writeRows(file, COLUMNS, rows));
    }
  }

  /** Every departure; read anew only when there are new files. */
  synchronized List<InstanceDeparture> all() {
    List<Path> parts = files.table(TABLE);
    if (!parts.equals(partsRead)) {
      departures =
          engine.query(
              "SELECT region, resource_id, missed_at FROM "
                  + engine.relation(parts)
                  + " ORDER BY missed_at",
              row ->
                  new InstanceDeparture(
                      Inventory.key(row.string(1), row.string(2)),
                      UtcTimestamps.instant(row.value(3))));
      partsRead = parts;
    }
    return departures;
  }
}
