package dev.teiten.archive.files;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inventory over time: a row when an instance is first seen, and one whenever something about
 * it changed.
 */
final class InventoryTable {
  private static final String TABLE = "inventory";
  private static final List<String> COLUMNS =
      List.of(
          "seen_at TIMESTAMP",
          "region VARCHAR",
          "cluster VARCHAR",
          "engine VARCHAR",
          "storage VARCHAR",
          "resource_id VARCHAR",
          "name VARCHAR",
          "engine_version VARCHAR",
          "class VARCHAR",
          "role VARCHAR",
          "availability_zone VARCHAR",
          "promotion_tier INTEGER",
          "created_at TIMESTAMP",
          "insights_enabled BOOLEAN",
          "retention_days INTEGER",
          "parameter_group VARCHAR");

  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private List<Path> partsRead = List.of();
  private List<MonitoredInstance> rows = List.of();

  InventoryTable(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  void add(List<MonitoredInstance> news) {
    if (!news.isEmpty()) {
      files.add(
          TABLE,
          file -> engine.writeRows(file, COLUMNS, news.stream().map(InventoryTable::row).toList()));
    }
  }

  /** Every row, in the order of seeing; read anew only when there are new files. */
  synchronized List<MonitoredInstance> all() {
    List<Path> parts = files.table(TABLE);
    if (!parts.equals(partsRead)) {
      rows = parts.isEmpty() ? List.of() : read(parts);
      partsRead = parts;
    }
    return rows;
  }

  private List<MonitoredInstance> read(List<Path> parts) {
    return engine.query(
        "SELECT * EXCLUDE (filename) FROM " + engine.relation(parts) + " ORDER BY seen_at",
        InventoryTable::read);
  }

  private static List<@Nullable Object> row(MonitoredInstance i) {
    Instance instance = i.instance();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(UtcTimestamps.of(i.seenAt()));
    row.add(i.region());
    row.add(i.cluster());
    row.add(i.engine().name());
    row.add(i.storage().name());
    row.add(instance.resourceId());
    row.add(instance.name());
    row.add(instance.engineVersion());
    row.add(instance.instanceClass());
    row.add(instance.role() == null ? null : instance.role().name());
    row.add(instance.availabilityZone());
    row.add(instance.promotionTier());
    row.add(instance.createdAt() == null ? null : UtcTimestamps.of(instance.createdAt()));
    row.add(i.insightsEnabled());
    row.add(i.retentionDays());
    row.add(i.parameterGroup());
    return row;
  }

  private static MonitoredInstance read(ArchiveEngine.Row row) {
    Object created = row.value(13);
    Object tier = row.value(12);
    Object zone = row.value(11);
    Object role = row.value(10);
    Object instanceClass = row.value(9);
    Instance instance =
        new Instance(
            row.string(6),
            row.string(7),
            row.string(8),
            instanceClass == null ? null : instanceClass.toString(),
            role == null ? null : Role.valueOf(role.toString()),
            zone == null ? null : zone.toString(),
            tier == null ? null : ((Number) tier).intValue(),
            created == null ? null : UtcTimestamps.instant(created));
    Object parameterGroup = row.value(16);
    return new MonitoredInstance(
        row.string(3),
        row.string(2),
        Engine.valueOf(row.string(4)),
        StorageType.valueOf(row.string(5)),
        instance,
        Boolean.TRUE.equals(row.value(14)),
        (int) row.number(15),
        parameterGroup == null ? null : parameterGroup.toString(),
        UtcTimestamps.instant(row.value(1)));
  }
}
