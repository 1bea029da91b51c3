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
 * @param clusterResourceId {@code DbClusterResourceId}, which a renaming leaves as it is; null if
 *     the source does not state it
 * @param account the AWS account; null if the source does not state it
 * @param insightsEnabled whether Performance Insights is on
 * @param retentionDays how long the source keeps load; 7 unless paid for more
 * @param insightsMode null if the source does not state it
 * @param parameterGroup null if unknown
 * @param seenAt the time of the inventory
 */
public record MonitoredInstance(
    String cluster,
    @Nullable String clusterResourceId,
    String region,
    @Nullable String account,
    Engine engine,
    StorageType storage,
    Instance instance,
    boolean insightsEnabled,
    int retentionDays,
    @Nullable InsightsMode insightsMode,
    @Nullable String parameterGroup,
    Instant seenAt) {

  /** An instance of a source that states neither account nor resource id of the cluster. */
  public MonitoredInstance(
      String cluster,
      String region,
      Engine engine,
      StorageType storage,
      Instance instance,
      boolean insightsEnabled,
      int retentionDays,
      @Nullable String parameterGroup,
      Instant seenAt) {
    this(
        cluster,
        null,
        region,
        null,
        engine,
        storage,
        instance,
        insightsEnabled,
        retentionDays,
        null,
        parameterGroup,
        seenAt);
  }

  /** How Performance Insights is set, in words. */
  public String describeInsights() {
    return insightsEnabled ? InsightsMode.describe(insightsMode, retentionDays) : "off";
  }

  /** Whether the two differ at most in the time of the inventory. */
  public boolean isLike(@Nullable MonitoredInstance other) {
    return other != null && other.seenAt(seenAt).equals(this);
  }

  /**
   * This instance, with the role, the range of capacity and the cluster's resource id from an
   * earlier inventory if this inventory lacks them.
   */
  public MonitoredInstance completedBy(@Nullable MonitoredInstance earlier) {
    if (earlier == null) {
      return this;
    }
    Instance known =
        instance.role() == null ? instance.withRole(earlier.instance.role()) : instance;
    if (known.isServerless() && known.acu() == null) {
      known = known.withAcu(earlier.instance.acu());
    }
    String id = clusterResourceId == null ? earlier.clusterResourceId : clusterResourceId;
    return copy(cluster, id, known, seenAt);
  }

  /** This instance under another name of its cluster. */
  public MonitoredInstance inCluster(String name) {
    return copy(name, clusterResourceId, instance, seenAt);
  }

  private MonitoredInstance seenAt(Instant time) {
    return copy(cluster, clusterResourceId, instance, time);
  }

  private MonitoredInstance copy(
      String name, @Nullable String resourceId, Instance shown, Instant time) {
    return new MonitoredInstance(
        name,
        resourceId,
        region,
        account,
        engine,
        storage,
        shown,
        insightsEnabled,
        retentionDays,
        insightsMode,
        parameterGroup,
        time);
  }
}
