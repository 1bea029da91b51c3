package dev.teiten.collect;

import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance as the source's inventory showed it at one moment.
 *
 * @param cluster {@code DBClusterIdentifier}; the instance's own name where it is in no cluster
 * @param insightsEnabled whether Performance Insights is on
 * @param retentionDays how long the source keeps load; 7 unless paid for more
 * @param parameterGroup null if unknown
 * @param seenAt when the source said so
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

  /** Whether nothing but the time of seeing differs. */
  public boolean isLike(@Nullable MonitoredInstance other) {
    return other != null && other.seenAt(seenAt).equals(this);
  }

  private MonitoredInstance seenAt(Instant time) {
    return new MonitoredInstance(
        cluster,
        region,
        engine,
        storage,
        instance,
        insightsEnabled,
        retentionDays,
        parameterGroup,
        time);
  }
}
