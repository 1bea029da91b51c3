package dev.teiten.load;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster is deployed, as its writer and its first reader tell.
 *
 * @param aurora whether the instances share Aurora's storage
 * @param writer null for Aurora, and if unknown
 * @param reader null for Aurora, without readers, and if unknown
 */
public record ClusterDeployment(
    boolean aurora, @Nullable InstanceDeployment writer, @Nullable InstanceDeployment reader) {

  public static ClusterDeployment of(Cluster cluster) {
    return new ClusterDeployment(
        cluster.engine().isAurora(),
        first(cluster.instances().stream().filter(Instance::isWriter)),
        first(cluster.instances().stream().filter(i -> i.role() == Role.READER)));
  }

  private static @Nullable InstanceDeployment first(Stream<Instance> instances) {
    Instance first = instances.findFirst().orElse(null);
    return first == null ? null : first.deployment();
  }

  public boolean isKnown() {
    return aurora || writer != null;
  }

  /** Whether it is a Multi-AZ DB cluster: always a writer and two readers, of one class. */
  public boolean isMultiAzCluster() {
    return writer != null && writer.kind() == DeploymentKind.MULTI_AZ_CLUSTER;
  }

  /** Whether a reader takes over for the writer by itself. */
  public boolean promotesReaders() {
    return aurora || isMultiAzCluster();
  }

  /** Whether a standby takes over that serves nothing before. */
  public boolean hasStandby() {
    return writer != null && writer.kind() == DeploymentKind.MULTI_AZ;
  }
}
