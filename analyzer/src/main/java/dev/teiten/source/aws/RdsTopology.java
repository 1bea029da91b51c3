package dev.teiten.source.aws;

import dev.teiten.load.DeploymentKind;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * The cluster of each instance. Outside Aurora it is the source of a chain of read replicas, or the
 * Multi-AZ DB cluster that a replica copies. A replica whose source is in another region, or is not
 * listed, is a cluster of its own without a writer.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html">Working
 *     with DB instance read replicas</a>
 */
final class RdsTopology {
  private final Map<String, DBCluster> clusters;
  private final Map<String, DBInstance> instances = new HashMap<>();

  /**
   * @param clusters by {@code DBClusterIdentifier}
   */
  RdsTopology(Map<String, DBCluster> clusters, Collection<DBInstance> instances) {
    this.clusters = clusters;
    instances.forEach(i -> this.instances.put(i.dbInstanceIdentifier(), i));
  }

  /** The instance at the beginning of a chain of replicas; the instance itself if it has none. */
  private DBInstance source(DBInstance instance) {
    Set<String> passed = new HashSet<>();
    DBInstance source = instance;
    while (passed.add(source.dbInstanceIdentifier())) {
      DBInstance next = instances.get(source.readReplicaSourceDBInstanceIdentifier());
      if (next == null) {
        return source;
      }
      source = next;
    }
    return instance;
  }

  /** The name of the DB cluster of an instance, or of its source; null without one. */
  private @Nullable String clusterName(DBInstance instance) {
    DBInstance source = source(instance);
    String own = source.dbClusterIdentifier();
    String copied = source.readReplicaSourceDBClusterIdentifier();
    return own == null && copied != null && clusters.containsKey(copied) ? copied : own;
  }

  /** The DB cluster of an instance, or of its source; null without one, and if it is not listed. */
  @Nullable DBCluster cluster(DBInstance instance) {
    return clusters.get(clusterName(instance));
  }

  /** The name of the cluster; that of the source if there is no DB cluster. */
  String name(DBInstance instance) {
    return Objects.requireNonNullElseGet(
        clusterName(instance), () -> source(instance).dbInstanceIdentifier());
  }

  /** The resource id of the cluster, or of the source; null if the DB cluster is not listed. */
  @Nullable String resourceId(DBInstance instance) {
    if (clusterName(instance) == null) {
      return source(instance).dbiResourceId();
    }
    DBCluster cluster = cluster(instance);
    return cluster == null ? null : cluster.dbClusterResourceId();
  }

  /** Null if the DB cluster of the instance is not listed. */
  @Nullable Role role(DBInstance instance) {
    if (instance.dbClusterIdentifier() == null) {
      return replicaOf(instance) == null ? Role.WRITER : Role.READER;
    }
    DBCluster cluster = clusters.get(instance.dbClusterIdentifier());
    if (cluster == null) {
      return null;
    }
    return cluster.dbClusterMembers().stream()
            .filter(m -> instance.dbInstanceIdentifier().equals(m.dbInstanceIdentifier()))
            .anyMatch(m -> Boolean.TRUE.equals(m.isClusterWriter()))
        ? Role.WRITER
        : Role.READER;
  }

  private static @Nullable String replicaOf(DBInstance instance) {
    String source = instance.readReplicaSourceDBInstanceIdentifier();
    return source == null ? instance.readReplicaSourceDBClusterIdentifier() : source;
  }

  /** How RDS runs an instance that is not Aurora's. */
  static InstanceDeployment deployment(DBInstance instance) {
    DeploymentKind kind =
        instance.dbClusterIdentifier() != null
            ? DeploymentKind.MULTI_AZ_CLUSTER
            : Boolean.TRUE.equals(instance.multiAZ())
                ? DeploymentKind.MULTI_AZ
                : DeploymentKind.SINGLE_AZ;
    Integer iops = instance.iops();
    return new InstanceDeployment(
        kind, instance.storageType(), iops == null || iops < 1 ? null : iops, replicaOf(instance));
  }
}
