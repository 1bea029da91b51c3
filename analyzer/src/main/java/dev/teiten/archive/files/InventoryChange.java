package dev.teiten.archive.files;

import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something about an instance that was otherwise when a collect saw it next.
 *
 * @param seenAt when it was seen; it happened after the collect before, or at this very instant for
 *     {@link What#CREATED}
 * @param instance {@code DBInstanceIdentifier}
 * @param before null if unknown, or if there was none
 * @param after null if unknown, or if there is none
 */
public record InventoryChange(
    Instant seenAt, String instance, What what, @Nullable String before, @Nullable String after) {

  /** What changed. */
  public enum What {
    CREATED,
    GONE,
    CLASS,
    ROLE,
    ENGINE_VERSION,
    STORAGE,
    AVAILABILITY_ZONE,
    PROMOTION_TIER,
    PARAMETER_GROUP,
    INSIGHTS,
    RETENTION_DAYS
  }

  /** Every difference between two sightings of one instance. */
  static List<InventoryChange> between(MonitoredInstance before, MonitoredInstance after) {
    Comparison c = new Comparison(after, new ArrayList<>());
    var old = before.instance();
    var now = after.instance();
    c.compare(What.CLASS, old.instanceClass(), now.instanceClass());
    if (old.role() != null) {
      c.compare(What.ROLE, old.role(), now.role());
    }
    c.compare(What.ENGINE_VERSION, old.engineVersion(), now.engineVersion());
    c.compare(What.STORAGE, before.storage(), after.storage());
    c.compare(What.AVAILABILITY_ZONE, old.availabilityZone(), now.availabilityZone());
    c.compare(What.PROMOTION_TIER, old.promotionTier(), now.promotionTier());
    c.compare(What.PARAMETER_GROUP, before.parameterGroup(), after.parameterGroup());
    c.compare(What.INSIGHTS, before.insightsEnabled(), after.insightsEnabled());
    c.compare(What.RETENTION_DAYS, before.retentionDays(), after.retentionDays());
    return c.changes;
  }

  private record Comparison(MonitoredInstance after, List<InventoryChange> changes) {
    void compare(What what, @Nullable Object old, @Nullable Object now) {
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
