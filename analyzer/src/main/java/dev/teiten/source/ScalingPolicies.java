package dev.teiten.source;

import dev.teiten.load.ScalingPolicy;
import java.time.Instant;
import java.util.Map;

/**
 * The scaling policies of all clusters of a region.
 *
 * @param byCluster by {@code DBClusterIdentifier}; a cluster without a policy is missing
 * @param seenAt the time of the answer
 */
public record ScalingPolicies(String region, Map<String, ScalingPolicy> byCluster, Instant seenAt) {
  public ScalingPolicies {
    byCluster = Map.copyOf(byCluster);
  }
}
