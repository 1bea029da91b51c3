package dev.teiten.source.aws;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.source.InsightsMode;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import dev.teiten.source.UnreadInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfigurationInfo;

/**
 * The clusters and instances of a region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html">
 *     DescribeDBClusters</a>
 */
final class RdsInventory {
  private static final Set<String> ENGINES =
      Set.of("aurora", "aurora-mysql", "aurora-postgresql", "mysql", "mariadb", "postgres");
  private static final int DEFAULT_RETENTION_DAYS = 7;
  private static final int ACCOUNT = 4;

  private final AwsClients clients;
  private final List<SourceException> lacks;
  private final List<UnreadInstance> unread = new ArrayList<>();

  /**
   * @param lacks receives the refusals of optional parts
   */
  RdsInventory(AwsClients clients, List<SourceException> lacks) {
    this.clients = clients;
    this.lacks = lacks;
  }

  List<MonitoredInstance> read(Instant now) {
    Map<String, DBCluster> clusters = clusters();
    List<DBInstance> listed =
        clients.rds().describeDBInstancesPaginator().dbInstances().stream()
            .filter(instance -> instance.dbInstanceIdentifier() != null)
            .toList();
    RdsTopology topology = new RdsTopology(clusters, listed);
    List<MonitoredInstance> instances = new ArrayList<>();
    for (DBInstance instance : listed) {
      if (instance.engine() == null || instance.dbiResourceId() == null) {
        continue;
      }
      if (ENGINES.contains(instance.engine())) {
        instances.add(monitored(instance, topology, now));
      } else {
        unread.add(
            new UnreadInstance(
                clients.region(),
                instance.dbInstanceIdentifier(),
                instance.engine(),
                instance.dbInstanceClass()));
      }
    }
    return instances;
  }

  /** The instances of other engines that were read. */
  List<UnreadInstance> unread() {
    return List.copyOf(unread);
  }

  /**
   * The clusters by name. Instances name their cluster; without this answer only their roles are
   * unknown.
   */
  private Map<String, DBCluster> clusters() {
    Map<String, DBCluster> clusters = new HashMap<>();
    try {
      for (DBCluster cluster : clients.rds().describeDBClustersPaginator().dbClusters()) {
        clusters.put(cluster.dbClusterIdentifier(), cluster);
      }
    } catch (SdkException e) {
      String part = "rds:DescribeDBClusters";
      SourceException why = AwsErrors.translate(part, part + " in " + clients.region(), e);
      if (why.reason() == Reason.CREDENTIALS) {
        throw e;
      }
      lacks.add(why);
    }
    return clusters;
  }

  private MonitoredInstance monitored(DBInstance instance, RdsTopology topology, Instant now) {
    Engine engine = Engine.of(instance.engine());
    Integer retention = instance.performanceInsightsRetentionPeriod();
    return new MonitoredInstance(
        topology.name(instance),
        topology.resourceId(instance),
        clients.region(),
        account(instance),
        engine,
        storage(instance, topology.cluster(instance)),
        new Instance(
            instance.dbiResourceId(),
            instance.dbInstanceIdentifier(),
            instance.engineVersion() == null ? "" : instance.engineVersion(),
            instance.dbInstanceClass(),
            topology.role(instance),
            instance.availabilityZone(),
            instance.promotionTier(),
            instance.instanceCreateTime(),
            engine.isAurora() ? null : RdsTopology.deployment(instance),
            acu(instance, topology.cluster(instance))),
        Boolean.TRUE.equals(instance.performanceInsightsEnabled()),
        retention == null ? DEFAULT_RETENTION_DAYS : retention,
        InsightsMode.of(instance.databaseInsightsModeAsString()).orElse(null),
        instance.dbParameterGroups().isEmpty()
            ? null
            : instance.dbParameterGroups().get(0).dbParameterGroupName(),
        now);
  }

  /** The range of an instance of Serverless v2; its cluster states it for all of them. */
  private static @Nullable AcuRange acu(DBInstance instance, @Nullable DBCluster cluster) {
    ServerlessV2ScalingConfigurationInfo range =
        cluster == null ? null : cluster.serverlessV2ScalingConfiguration();
    if (range == null || !Instance.isServerless(instance.dbInstanceClass())) {
      return null;
    }
    Double min = range.minCapacity();
    Double max = range.maxCapacity();
    return min == null || max == null || !(min >= 0 && max >= min && max > 0)
        ? null
        : new AcuRange(min, max);
  }

  /** The account, the fifth part of an ARN; null if the answer has no ARN. */
  private static @Nullable String account(DBInstance instance) {
    String[] parts = Objects.requireNonNullElse(instance.dbInstanceArn(), "").split(":", -1);
    return parts.length > ACCOUNT && !parts[ACCOUNT].isEmpty() ? parts[ACCOUNT] : null;
  }

  /**
   * The storage type: {@code StorageType} is {@code aurora-iopt1} for I/O-Optimized, and absent for
   * Standard.
   */
  private static StorageType storage(DBInstance instance, @Nullable DBCluster cluster) {
    String type = cluster == null ? instance.storageType() : cluster.storageType();
    return "aurora-iopt1".equals(type) ? StorageType.IO_OPTIMIZED : StorageType.STANDARD;
  }
}
