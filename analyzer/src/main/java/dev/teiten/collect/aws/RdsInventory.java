package dev.teiten.collect.aws;

import dev.teiten.collect.MonitoredInstance;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/**
 * The clusters and instances of a region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html">
 *     DescribeDBClusters</a>
 */
final class RdsInventory {
  private static final Set<String> ENGINES =
      Set.of("aurora", "aurora-mysql", "aurora-postgresql", "mysql", "postgres");
  private static final int DEFAULT_RETENTION_DAYS = 7;

  private final AwsClients clients;

  RdsInventory(AwsClients clients) {
    this.clients = clients;
  }

  List<MonitoredInstance> read(Instant now) {
    Map<String, DBCluster> clusters = new HashMap<>();
    Map<String, Boolean> writers = new HashMap<>();
    for (DBCluster cluster : clients.rds().describeDBClustersPaginator().dbClusters()) {
      clusters.put(cluster.dbClusterIdentifier(), cluster);
      cluster
          .dbClusterMembers()
          .forEach(
              m -> writers.put(m.dbInstanceIdentifier(), Boolean.TRUE.equals(m.isClusterWriter())));
    }
    List<MonitoredInstance> instances = new ArrayList<>();
    for (DBInstance instance : clients.rds().describeDBInstancesPaginator().dbInstances()) {
      if (ENGINES.contains(instance.engine()) && instance.dbiResourceId() != null) {
        DBCluster cluster = clusters.get(instance.dbClusterIdentifier());
        instances.add(monitored(instance, cluster, writers, now));
      }
    }
    return instances;
  }

  private MonitoredInstance monitored(
      DBInstance instance, @Nullable DBCluster cluster, Map<String, Boolean> writers, Instant now) {
    String name = instance.dbInstanceIdentifier();
    // An instance outside a cluster serves its own writes.
    boolean writer = cluster == null || writers.getOrDefault(name, false);
    Integer retention = instance.performanceInsightsRetentionPeriod();
    return new MonitoredInstance(
        cluster == null ? name : cluster.dbClusterIdentifier(),
        clients.region(),
        Engine.of(instance.engine()),
        storage(instance, cluster),
        new Instance(
            instance.dbiResourceId(),
            name,
            instance.engineVersion() == null ? "" : instance.engineVersion(),
            instance.dbInstanceClass(),
            writer ? Role.WRITER : Role.READER,
            instance.availabilityZone(),
            instance.promotionTier(),
            instance.instanceCreateTime()),
        Boolean.TRUE.equals(instance.performanceInsightsEnabled()),
        retention == null ? DEFAULT_RETENTION_DAYS : retention,
        instance.dbParameterGroups().isEmpty()
            ? null
            : instance.dbParameterGroups().get(0).dbParameterGroupName(),
        now);
  }

  /**
   * {@code StorageType} is {@code aurora-iopt1} for I/O-Optimized, and not returned at all for
   * Standard.
   */
  private static StorageType storage(DBInstance instance, @Nullable DBCluster cluster) {
    String type = cluster == null ? instance.storageType() : cluster.storageType();
    return "aurora-iopt1".equals(type) ? StorageType.IO_OPTIMIZED : StorageType.STANDARD;
  }
}
