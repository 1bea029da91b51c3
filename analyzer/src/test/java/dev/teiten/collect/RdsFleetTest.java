package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.Cluster;
import dev.teiten.load.DeploymentKind;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceDeployment;
import dev.teiten.load.KnownValues;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of RDS that are not Aurora's: a source and its replicas are one cluster. */
class RdsFleetTest {
  private static final ReviewWeek WEEK =
      ReviewWeek.lastComplete(Instant.now().minus(Duration.ofHours(2)), ZoneOffset.UTC);
  private static final SimulatedFleet FLEET =
      SimulatedFleet.rds(3, WEEK.range().to().plus(Duration.ofHours(2)));
  private static final List<MonitoredInstance> INVENTORY = inventory();

  @TempDir Path folder;

  private static List<MonitoredInstance> inventory() {
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        LoadSource source = aws.source()) {
      return source.inventory();
    }
  }

  private static List<String> described(String cluster) {
    return INVENTORY.stream()
        .filter(seen -> seen.cluster().equals(cluster))
        .map(MonitoredInstance::instance)
        .map(i -> i.name() + " " + i.role())
        .toList();
  }

  private static InstanceDeployment deployment(String instance) {
    return INVENTORY.stream()
        .map(MonitoredInstance::instance)
        .filter(i -> i.name().equals(instance))
        .map(i -> Objects.requireNonNull(i.deployment()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSourceAndItsReplicasAreOneCluster() {
    assertThat(described("shop"))
        .containsExactlyInAnyOrder("shop WRITER", "shop-replica-1 READER", "shop-replica-2 READER");
    assertThat(INVENTORY.stream().filter(i -> i.cluster().equals("shop")))
        .extracting(MonitoredInstance::clusterResourceId)
        .containsOnly(FLEET.cluster("shop").instances().get(0).resourceId());
    assertThat(described("ledger"))
        .containsExactlyInAnyOrder("ledger-1 WRITER", "ledger-2 READER", "ledger-3 READER");
    assertThat(described("notes")).containsExactly("notes WRITER");
  }

  @Test
  void theDeploymentIsRead() {
    assertThat(deployment("shop"))
        .isEqualTo(new InstanceDeployment(DeploymentKind.MULTI_AZ, "gp3", 3_000, null));
    assertThat(deployment("shop-replica-1"))
        .isEqualTo(new InstanceDeployment(DeploymentKind.SINGLE_AZ, "gp3", 3_000, "shop"));
    assertThat(deployment("ledger-2"))
        .isEqualTo(new InstanceDeployment(DeploymentKind.MULTI_AZ_CLUSTER, "io1", 1_000, null));
    assertThat(deployment("notes"))
        .isEqualTo(new InstanceDeployment(DeploymentKind.SINGLE_AZ, "gp2", null, null));
    assertThat(INVENTORY).extracting(MonitoredInstance::engine).contains(Engine.MARIADB);
  }

  @Test
  void theArchiveKeepsIt() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(INVENTORY, true);
      Cluster shop = archive.cluster("shop", Instant.MAX);

      assertThat(shop.instances()).extracting(Instance::name).startsWith("shop").hasSize(3);
      assertThat(shop.instances().get(0).deployment()).isEqualTo(deployment("shop"));
      assertThat(shop.instances().get(1).deployment()).isEqualTo(deployment("shop-replica-1"));
    }
  }

  /** A version before saw each instance as a cluster of its own. */
  @Test
  void anOldArchiveKeepsItsHistory() {
    TimeRange day = new TimeRange(WEEK.range().to().minus(Duration.ofDays(1)), WEEK.range().to());
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(INVENTORY.stream().map(RdsFleetTest::asBefore).toList(), true);
      assertThat(archive.clusters(MemberTimeline.ALWAYS))
          .extracting(Cluster::name)
          .contains("shop", "shop-replica-1", "shop-replica-2");
      aws.collect(archive, day, "shop");

      assertThat(archive.clusters(MemberTimeline.ALWAYS))
          .extracting(Cluster::name)
          .doesNotContain("shop-replica-1", "shop-replica-2")
          .contains("shop");
      Cluster before = archive.cluster("shop", WEEK.range().from());
      assertThat(before.instances())
          .extracting(i -> i.name() + " " + i.role())
          .containsExactly("shop WRITER", "shop-replica-1 READER", "shop-replica-2 READER");
      assertThat(archive.cluster("shop-replica-1", Instant.MAX).name()).isEqualTo("shop");
      assertThat(archive.load("shop", WEEK, 0).warnings()).isEmpty();
      assertThat(archive.load("shop", WEEK, 0).instances())
          .hasSize(3)
          .allMatch(instance -> KnownValues.count(instance.total()) == 1440);
    }
  }

  private static MonitoredInstance asBefore(MonitoredInstance seen) {
    Instance instance = seen.instance();
    @Nullable String ofCluster = seen.cluster().equals("ledger") ? "ledger" : null;
    return new MonitoredInstance(
        ofCluster == null ? instance.name() : ofCluster,
        ofCluster == null ? instance.resourceId() : seen.clusterResourceId(),
        seen.region(),
        seen.account(),
        seen.engine(),
        seen.storage(),
        instance.withDeployment(null).withRole(ofCluster == null ? Role.WRITER : instance.role()),
        seen.insightsEnabled(),
        seen.retentionDays(),
        null,
        seen.parameterGroup(),
        WEEK.range().from().plus(Duration.ofDays(2)));
  }
}
