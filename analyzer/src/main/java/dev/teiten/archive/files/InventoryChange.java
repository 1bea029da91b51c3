package dev.teiten.archive.files;

import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of an instance between two consecutive collects.
 *
 * @param seenAt when the later collect saw the change; it happened after the collect before, or at
 *     this very instant for {@link ChangeKind#CREATED}
 * @param instance {@code DBInstanceIdentifier}
 * @param before null if unknown, or if there was none
 * @param after null if unknown, or if there is none
 */
public record InventoryChange(
    Instant seenAt,
    String instance,
    ChangeKind what,
    @Nullable String before,
    @Nullable String after) {

  /** The property that changed. */
  public enum ChangeKind {
    CREATED,
    GONE,
    CLASS,
    ROLE,
    ENGINE_VERSION,
    STORAGE,
    DEPLOYMENT,
    AVAILABILITY_ZONE,
    PROMOTION_TIER,
    PARAMETER_GROUP,
    INSIGHTS,
    RETENTION_DAYS
  }

  /** Lists every difference between two sightings of one instance. */
  static List<InventoryChange> between(MonitoredInstance before, MonitoredInstance after) {
    SightingComparison c = new SightingComparison(after, new ArrayList<>());
    var old = before.instance();
    var now = after.instance();
    c.compare(ChangeKind.CLASS, old.instanceClass(), now.instanceClass());
    if (old.role() != null && isOneCluster(before, after)) {
      c.compare(ChangeKind.ROLE, old.role(), now.role());
    }
    c.compare(ChangeKind.ENGINE_VERSION, old.engineVersion(), now.engineVersion());
    c.compare(ChangeKind.STORAGE, before.storage(), after.storage());
    if (old.deployment() != null && now.deployment() != null) {
      c.compare(ChangeKind.DEPLOYMENT, old.deployment().kind(), now.deployment().kind());
    }
    c.compare(ChangeKind.AVAILABILITY_ZONE, old.availabilityZone(), now.availabilityZone());
    c.compare(ChangeKind.PROMOTION_TIER, old.promotionTier(), now.promotionTier());
    c.compare(ChangeKind.PARAMETER_GROUP, before.parameterGroup(), after.parameterGroup());
    c.compare(ChangeKind.INSIGHTS, before.insightsEnabled(), after.insightsEnabled());
    c.compare(ChangeKind.RETENTION_DAYS, before.retentionDays(), after.retentionDays());
    return c.changes;
  }

  /** False for a read replica that a version before took for a cluster of its own. */
  private static boolean isOneCluster(MonitoredInstance before, MonitoredInstance after) {
    String id = before.clusterResourceId();
    return id == null || after.clusterResourceId() == null || id.equals(after.clusterResourceId());
  }

  private record SightingComparison(MonitoredInstance after, List<InventoryChange> changes) {
    void compare(ChangeKind what, @Nullable Object old, @Nullable Object now) {
      if (!Objects.equals(old, now)) {
        changes.add(
            new InventoryChange(
                after.seenAt(), after.instance().name(), what, text(old), text(now)));
      }
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
