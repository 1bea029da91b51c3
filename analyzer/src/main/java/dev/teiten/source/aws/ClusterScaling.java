package dev.teiten.source.aws;

import dev.teiten.load.ScalingPolicy;
import dev.teiten.source.ScalingPolicies;
import dev.teiten.source.SourceException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/**
 * The scaling policies of a region's clusters.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html">
 *     DescribeScalableTargets</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalingPolicies.html">
 *     DescribeScalingPolicies</a>
 */
final class ClusterScaling {
  private static final String CLUSTER = "cluster:";

  private ClusterScaling() {}

  /**
   * Reads the policies.
   *
   * @throws SourceException if one of the two actions is refused or gets no answer
   */
  static ScalingPolicies read(AwsClients clients, Instant now) {
    Map<String, ScalingPolicy> policies = new HashMap<>();
    try (ApplicationAutoScalingClient scaling = clients.scaling()) {
      Map<String, Double> targets = new HashMap<>();
      asking("DescribeScalingPolicies", clients, () -> addTargets(scaling, targets));
      asking("DescribeScalableTargets", clients, () -> addRanges(scaling, targets, policies));
    }
    return new ScalingPolicies(clients.region(), policies, now);
  }

  private static void asking(String operation, AwsClients clients, Runnable request) {
    try {
      request.run();
    } catch (SdkException e) {
      String action = "application-autoscaling:" + operation;
      throw AwsErrors.translate(action, action + " in " + clients.region(), e);
    }
  }

  private static void addRanges(
      ApplicationAutoScalingClient scaling,
      Map<String, Double> targets,
      Map<String, ScalingPolicy> policies) {
    for (ScalableTarget target :
        scaling
            .describeScalableTargetsPaginator(
                r ->
                    r.serviceNamespace(ServiceNamespace.RDS)
                        .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT))
            .scalableTargets()) {
      String resource = target.resourceId();
      Integer min = target.minCapacity();
      Integer max = target.maxCapacity();
      if (resource != null && resource.startsWith(CLUSTER) && isRange(min, max)) {
        policies.put(
            resource.substring(CLUSTER.length()),
            new ScalingPolicy(min, max, targets.get(resource)));
      }
    }
  }

  private static boolean isRange(@Nullable Integer min, @Nullable Integer max) {
    return min != null && max != null && min >= 0 && max >= min;
  }

  /** The targets of the readers' mean CPU, by resource. */
  private static void addTargets(
      ApplicationAutoScalingClient scaling, Map<String, Double> targets) {
    scaling
        .describeScalingPoliciesPaginator(
            r ->
                r.serviceNamespace(ServiceNamespace.RDS)
                    .scalableDimension(ScalableDimension.RDS_CLUSTER_READ_REPLICA_COUNT))
        .scalingPolicies()
        .forEach(
            policy -> {
              Double target = target(policy.targetTrackingScalingPolicyConfiguration());
              if (target != null && policy.resourceId() != null) {
                // Several policies scale out as soon as one asks for it.
                targets.merge(policy.resourceId(), target, Math::min);
              }
            });
  }

  private static @Nullable Double target(
      @Nullable TargetTrackingScalingPolicyConfiguration tracking) {
    if (tracking == null
        || tracking.targetValue() == null
        || tracking.predefinedMetricSpecification() == null
        || tracking.predefinedMetricSpecification().predefinedMetricType()
            != MetricType.RDS_READER_AVERAGE_CPU_UTILIZATION) {
      return null;
    }
    double share = tracking.targetValue() / 100;
    return share > 0 && share <= 1 ? share : null;
  }
}
