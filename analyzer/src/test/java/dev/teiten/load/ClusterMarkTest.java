package dev.teiten.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.archive.Archive;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.collect.CollectReport;
import dev.teiten.collect.EmulatedAws;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks record events of clusters, reported by RDS or noted by people. */
class ClusterMarkTest {
  private static final Instant NOW = Instant.now();
  private static final Instant FAILOVER =
      NOW.minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
  private static final Instant RESIZE = FAILOVER.minus(Duration.ofDays(1));
  private static final TimeRange TWO_WEEKS = new TimeRange(NOW.minus(Duration.ofDays(14)), NOW);
  private static final TimeRange AN_HOUR =
      new TimeRange(FAILOVER, FAILOVER.plus(Duration.ofHours(1)));

  @TempDir Path folder;

  /** {@code billing} had a failover and a resize, {@code posts} had no event. */
  private static SimulatedFleet eventful() {
    SimulatedFleet calm = SimulatedFleet.small(3, NOW);
    ClusterSpec billing = calm.cluster("billing");
    List<InstanceSpec> instances =
        List.of(
            billing.instances().get(0),
            billing.instances().get(1).resizedTo(new InstanceSpec.Resize(RESIZE, "db.r6g.large")));
    ClusterSpec changed =
        billing.withInstances(instances).with(new ClusterSpec.Failover(FAILOVER, "billing-2"));
    return SimulatedFleet.of(3, calm.region(), NOW, List.of(changed, calm.cluster("posts")));
  }

  @Test
  void whatRdsDidBecomesMarksOnce() {
    try (EmulatedAws aws = new EmulatedAws(eventful(), EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      aws.collect(archive, AN_HOUR, "billing");
      aws.collect(archive, AN_HOUR, "billing");
    }
    try (Archive archive = EmulatedAws.archive(folder)) {
      List<ClusterMark> marks = archive.marks("billing", TWO_WEEKS);

      assertThat(marks).hasSize(2);
      assertThat(marks.get(0).at()).isBetween(RESIZE, RESIZE.plusSeconds(60));
      assertThat(marks.get(1).at()).isBetween(FAILOVER, FAILOVER.plusSeconds(60));
      assertThat(marks).extracting(ClusterMark::source).containsOnly(ClusterMark.Source.RDS_EVENT);
      assertThat(marks.get(0).label()).startsWith("billing-2: ").contains("class");
      assertThat(marks.get(1).label()).contains("failover", "billing-2");
      assertThat(archive.marks("billing", AN_HOUR)).containsExactly(marks.get(1));
    }
  }

  /** A policy adds and removes readers every day; a failover to one of them is an event. */
  @Test
  void scalingIsNoMark() {
    ClusterSpec billing = SimulatedFleet.small(3, NOW).cluster("billing");
    List<InstanceSpec> instances = new ArrayList<>(billing.instances());
    String scaled = "application-autoscaling-1";
    instances.add(
        InstanceSpec.of(scaled, "db.r5.large", "us-east-1c", 15, FAILOVER.minusSeconds(7_200)));
    ClusterSpec changed =
        billing.withInstances(instances).with(new ClusterSpec.Failover(FAILOVER, scaled));
    try (EmulatedAws aws =
            new EmulatedAws(
                SimulatedFleet.of(3, "us-east-1", NOW, List.of(changed)), EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      aws.collect(archive, AN_HOUR, "billing");

      assertThat(archive.marks("billing", TWO_WEEKS))
          .extracting(ClusterMark::label)
          .singleElement()
          .asString()
          .contains("failover", scaled);
    }
  }

  @Test
  void deniedEventsCostTheMarksOnly() {
    try (EmulatedAws aws =
            new EmulatedAws(eventful(), EndpointFaults.NONE.denying("rds:DescribeEvents"));
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport report = aws.collect(archive, AN_HOUR);

      assertThat(report.failures()).isEmpty();
      assertThat(report.collectedDays()).isEqualTo(4);
      assertThat(archive.marks("billing", TWO_WEEKS)).isEmpty();
    }
  }

  @Test
  void markOfAPersonIsKeptOnce() {
    ClusterMark deploy =
        new ClusterMark(FAILOVER, "billing", " deploy 1234 ", ClusterMark.Source.MANUAL);
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(List.of(instance("us-east-1", "billing")));
      archive.addMark(deploy);
      archive.addMark(deploy);
    }
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addMark(deploy);

      assertThat(archive.marks("billing", TWO_WEEKS)).containsExactly(deploy);
      assertThat(deploy.label()).isEqualTo("deploy 1234");
      assertThat(folder.resolve("marks")).isDirectoryContaining("glob:**.parquet");
      assertThat(folder.resolve("marks").toFile().list()).hasSize(1);
    }
  }

  @Test
  void markOfAPersonIsChangedTakenAwayAndWrittenAgain() {
    ClusterMark deploy =
        new ClusterMark(FAILOVER, "billing", "deploy 1234", ClusterMark.Source.MANUAL);
    ClusterMark later =
        new ClusterMark(
            FAILOVER.plusSeconds(60), "billing", "deploy 1235", ClusterMark.Source.MANUAL);
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(List.of(instance("us-east-1", "billing")));
      archive.addMark(deploy);
      archive.replaceMark(deploy, later);
      assertThat(archive.marks("billing", TWO_WEEKS)).containsExactly(later);
      archive.replaceMark(later, null);
      assertThat(archive.marks("billing", TWO_WEEKS)).isEmpty();
      archive.replaceMark(later, null);
      archive.addMark(later);
    }
    try (Archive archive = EmulatedAws.archive(folder)) {
      assertThat(archive.marks("billing", TWO_WEEKS)).containsExactly(later);
    }
  }

  @Test
  void timeOfAMarkIsWithinTenYearsBeforeNow() {
    ClusterMark now = new ClusterMark(NOW, "billing", "deploy", ClusterMark.Source.MANUAL);
    assertThat(now.checkedAt(NOW)).isEqualTo(now);
    for (Instant wrong : List.of(NOW.minus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(4000)))) {
      assertThatThrownBy(() -> now.checkedAt(wrong)).isInstanceOf(SettingException.class);
    }
  }

  @Test
  void markGoesToTheClusterOfItsRegion() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(List.of(instance("us-east-1", "main")));
      archive.addMark(new ClusterMark(FAILOVER, "main", "before", ClusterMark.Source.MANUAL));
      archive.addInventory(List.of(instance("eu-west-1", "main"), instance("eu-west-1", "other")));
      archive.addMark(
          new ClusterMark(FAILOVER, "main@eu-west-1", "after", ClusterMark.Source.MANUAL));

      assertThat(archive.clusters(Instant.MAX))
          .extracting(cluster -> cluster.name() + " " + cluster.identifier())
          .containsExactly("main@eu-west-1 main", "main@us-east-1 main", "other other");
      assertThat(archive.marks("main@us-east-1", TWO_WEEKS))
          .extracting(ClusterMark::label)
          .containsExactly("before");
      assertThat(archive.marks("main@eu-west-1", TWO_WEEKS))
          .extracting(ClusterMark::label)
          .containsExactly("after");
      assertThat(archive.cluster("other@eu-west-1", Instant.MAX).name()).isEqualTo("other");
      assertThatThrownBy(() -> archive.cluster("main", Instant.MAX))
          .isInstanceOfSatisfying(
              ArchiveException.class,
              e -> assertThat(e.hint()).contains("main@eu-west-1 or main@us-east-1"));
    }
  }

  @Test
  void labelIsOneShortLine() {
    for (String wrong : List.of("", "  ", "a\nb", "a\u0007b", "x".repeat(201))) {
      assertThatThrownBy(() -> new ClusterMark(NOW, "billing", wrong, ClusterMark.Source.MANUAL))
          .isInstanceOf(SettingException.class);
    }
    assertThat(ClusterMark.labelOf("  one\r\ntwo " + "x".repeat(300)))
        .hasSize(200)
        .startsWith("one two x");
  }

  private static MonitoredInstance instance(String region, String cluster) {
    String name = cluster + "-1";
    return new MonitoredInstance(
        cluster,
        region,
        Engine.AURORA_MYSQL,
        StorageType.STANDARD,
        new Instance(
            "db-" + region + name, name, "8.0", "db.r6g.large", Role.WRITER, null, 0, null),
        true,
        7,
        null,
        NOW);
  }
}
