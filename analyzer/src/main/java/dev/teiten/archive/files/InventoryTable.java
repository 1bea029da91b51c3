package dev.teiten.archive.files;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.Role;
import dev.teiten.source.InsightsMode;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The inventory over time: a row when an instance is first seen, and one whenever something about
 * it changed.
 */
final class InventoryTable {
  /** Assumed where a row does not say it: Performance Insights keeps a week unless paid. */
  private static final int DEFAULT_RETENTION_DAYS = 7;

  private static final PartTable.Layout<MonitoredInstance> LAYOUT =
      new PartTable.Layout<>(
          "inventory",
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
              "parameter_group VARCHAR",
              "cluster_resource_id VARCHAR",
              "account VARCHAR",
              "deployment VARCHAR",
              "volume_type VARCHAR",
              "iops INTEGER",
              "replica_of VARCHAR",
              "insights_mode VARCHAR",
              "acu_min DOUBLE",
              "acu_max DOUBLE"),
          InventoryTable::read);

  private final PartTable<MonitoredInstance, Sightings> table;

  /**
   * Every row, in the order of seeing.
   *
   * @param clusterNames the names of the cluster of each instance, in the order of seeing
   */
  record Sightings(List<MonitoredInstance> rows, Map<InstanceKey, List<String>> clusterNames) {
    static Sightings of(List<MonitoredInstance> unordered) {
      List<MonitoredInstance> rows =
          unordered.stream().sorted(Comparator.comparing(MonitoredInstance::seenAt)).toList();
      Map<InstanceKey, List<String>> names = new HashMap<>();
      for (MonitoredInstance row : rows) {
        List<String> known = names.computeIfAbsent(InstanceKey.of(row), key -> new ArrayList<>(1));
        if (!known.contains(row.cluster())) {
          known.add(row.cluster());
        }
      }
      return new Sightings(rows, names);
    }
  }

  InventoryTable(ArchiveFiles files, ArchiveEngine engine) {
    this.table = new PartTable<>(files, engine, LAYOUT, Sightings::of);
  }

  void add(List<MonitoredInstance> sightings) {
    table.add(sightings.stream().map(InventoryTable::row).toList());
  }

  /** Every row; the same object until a row is added. */
  Sightings sightings() {
    return table.content();
  }

  private static List<@Nullable Object> row(MonitoredInstance i) {
    Instance instance = i.instance();
    Instant createdAt = instance.createdAt();
    InstanceDeployment deployment = instance.deployment();
    return Arrays.<@Nullable Object>asList(
        UtcTimestamps.of(i.seenAt()),
        i.region(),
        i.cluster(),
        i.engine().name(),
        i.storage().name(),
        instance.resourceId(),
        instance.name(),
        instance.engineVersion(),
        instance.instanceClass(),
        instance.role() == null ? null : instance.role().name(),
        instance.availabilityZone(),
        instance.promotionTier(),
        createdAt == null ? null : UtcTimestamps.of(createdAt),
        i.insightsEnabled(),
        i.retentionDays(),
        i.parameterGroup(),
        i.clusterResourceId(),
        i.account(),
        deployment == null ? null : deployment.kind().name(),
        deployment == null ? null : deployment.volumeType(),
        deployment == null ? null : deployment.iops(),
        deployment == null ? null : deployment.replicaOf(),
        i.insightsMode() == null ? null : i.insightsMode().name(),
        instance.acu() == null ? null : instance.acu().min(),
        instance.acu() == null ? null : instance.acu().max());
  }

  private static @Nullable MonitoredInstance read(ArchiveRow row) {
    Instant seenAt = row.instantOrNull("seen_at");
    String region = row.textOrNull("region");
    String cluster = row.textOrNull("cluster");
    String resourceId = row.textOrNull("resource_id");
    if (seenAt == null || region == null || cluster == null || resourceId == null) {
      return null;
    }
    String engine = row.textOrNull("engine");
    String storage = row.textOrNull("storage");
    return new MonitoredInstance(
        cluster,
        row.textOrNull("cluster_resource_id"),
        region,
        row.textOrNull("account"),
        engine == null ? Engine.AURORA_MYSQL : Engine.valueOf(engine),
        storage == null ? StorageType.STANDARD : StorageType.valueOf(storage),
        instance(resourceId, row),
        row.isTrue("insights_enabled"),
        Objects.requireNonNullElse(row.integerOrNull("retention_days"), DEFAULT_RETENTION_DAYS),
        InsightsMode.of(row.textOrNull("insights_mode")).orElse(null),
        row.textOrNull("parameter_group"),
        seenAt);
  }

  private static Instance instance(String resourceId, ArchiveRow row) {
    String role = row.textOrNull("role");
    return new Instance(
        resourceId,
        Objects.requireNonNullElse(row.textOrNull("name"), resourceId),
        row.text("engine_version"),
        row.textOrNull("class"),
        role == null ? null : Role.valueOf(role),
        row.textOrNull("availability_zone"),
        row.integerOrNull("promotion_tier"),
        row.instantOrNull("created_at"),
        deployment(row),
        acu(row.number("acu_min"), row.number("acu_max")));
  }

  private static @Nullable AcuRange acu(double min, double max) {
    return Double.isNaN(min) || Double.isNaN(max) ? null : new AcuRange(min, max);
  }

  private static @Nullable InstanceDeployment deployment(ArchiveRow row) {
    String kind = row.textOrNull("deployment");
    return kind == null
        ? null
        : new InstanceDeployment(
            DeploymentKind.valueOf(kind),
            row.textOrNull("volume_type"),
            row.integerOrNull("iops"),
            row.textOrNull("replica_of"));
  }
}
