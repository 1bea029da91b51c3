package dev.teiten.source;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance, as the source's inventory described it at one moment.
 *
 * @param cluster {@code DBClusterIdentifier}; the instance's name if it belongs to no cluster
 * @param insightsEnabled whether Performance Insights is on
 * @param retentionDays how long the source keeps load; 7 unless paid for more
 * @param parameterGroup null if unknown
 * @param seenAt the time of the inventory
 */
public record MonitoredInstance(
    String cluster,
    String region,
    Engine engine,
    StorageType storage,
    Instance instance,
    boolean insightsEnabled,
    int retentionDays,
    @Nullable String parameterGroup,
    Instant seenAt) {

  /** Whether the two differ at most in the time of the inventory. */
  public boolean isLike(@Nullable MonitoredInstance other) {
    return other != null && other.seenAt(seenAt).equals(this);
  }

  /** This instance, with the role from an earlier inventory if this inventory had no role. */
  public MonitoredInstance withRoleOf(@Nullable MonitoredInstance earlier) {
    return earlier == null || instance.role() != null
        ? this
        : copy(instance.withRole(earlier.instance.role()), seenAt);
  }

  private MonitoredInstance seenAt(Instant time) {
    return copy(instance, time);
  }

  private MonitoredInstance copy(Instance shown, Instant time) {
    return new MonitoredInstance(
        cluster,
        region,
        engine,
        storage,
        shown,
        insightsEnabled,
        retentionDays,
        parameterGroup,
        time);
  }
}
