package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.ReaderAutoscaling;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.ScalingPolicy;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import dev.teiten.source.ScalingPolicies;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy of Application Auto Scaling is read where an autoscaled reader is, and only there. */
class ScalingPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W47", ZoneOffset.UTC);
  private static final TimeRange HOUR = new TimeRange(NOW.minus(Duration.ofHours(1)), NOW);
  private static final SimulatedFleet FLEET = SimulatedFleet.small(3, NOW);

  @TempDir Path folder;

  /** Two small clusters with one reader; one of them is scaled, and has a second reader now. */
  private static SimulatedFleet scaled(Instant now) {
    List<ClusterSpec> clusters = new ArrayList<>();
    for (ClusterSpec cluster : FLEET.clusters()) {
      List<InstanceSpec> instances = new ArrayList<>(cluster.instances());
      if (cluster.name().equals("billing")) {
        instances.add(
            InstanceSpec.of(
                "application-autoscaling-1",
                "db.r5.large",
                "us-east-1c",
                15,
                NOW.minus(Duration.ofHours(2))));
      }
      clusters.add(cluster.withInstances(instances));
    }
    clusters.set(0, clusters.get(0).scaledBy(new ReaderAutoscaling(1, 4, 0.6, 7)));
    return SimulatedFleet.of(3, "us-east-1", now, clusters);
  }

  private Archive collected(SimulatedFleet fleet, EndpointFaults faults, List<CollectReport> to) {
    Archive archive = EmulatedAws.archive(folder);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (EmulatedAws aws = new EmulatedAws(fleet, faults, clock);
        LoadSource source = aws.source()) {
      to.add(
          new SourceCollector(source, archive, clock)
              .collect(new CollectPlan(HOUR, Set.of(), 2), progress -> {}));
    }
    return archive;
  }

  @Test
  void aScaledClusterHasItsPolicyAndAnotherHasNone() {
    List<CollectReport> reports = new ArrayList<>();
    try (Archive archive = collected(scaled(NOW), EndpointFaults.NONE, reports)) {
      assertThat(archive.load("billing", WEEK, 0).scaling())
          .isEqualTo(new ScalingPolicy(1, 4, 0.6));
      assertThat(archive.load("posts", WEEK, 0).scaling()).isNull();
      assertThat(reports.get(0).forgone()).isEmpty();
    }
  }

  @Test
  void aRefusalCostsOnlyThePolicy() {
    EndpointFaults denied =
        EndpointFaults.NONE.denying("application-autoscaling:DescribeScalableTargets");
    List<CollectReport> reports = new ArrayList<>();
    try (Archive archive = collected(scaled(NOW), denied, reports)) {
      assertThat(archive.load("billing", WEEK, 0).scaling()).isNull();
      assertThat(reports.get(0).failures()).isEmpty();
      assertThat(reports.get(0).forgone())
          .singleElement()
          .satisfies(
              e ->
                  assertThat(e.part())
                      .isEqualTo("application-autoscaling:DescribeScalableTargets"));
    }
  }

  @Test
  void aRegionWithoutAutoscaledReadersIsNotAsked() {
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        LoadSource source = aws.source();
        Archive archive = EmulatedAws.archive(folder)) {
      new SourceCollector(source, archive, Clock.fixed(NOW, ZoneOffset.UTC))
          .collect(new CollectPlan(HOUR, Set.of(), 2), progress -> {});

      assertThat(aws.calls("DescribeScalableTargets")).isZero();
    }
  }

  @Test
  void manyClustersAreReadPageByPage() {
    List<ClusterSpec> clusters = new ArrayList<>();
    ClusterSpec like = FLEET.cluster("billing").scaledBy(new ReaderAutoscaling(2, 9, 0.4, 7));
    for (int i = 0; i < 60; i++) {
      clusters.add(like.renamedAt(Instant.EPOCH, "shop-" + i));
    }
    SimulatedFleet fleet = SimulatedFleet.of(3, "us-east-1", NOW, clusters);
    try (EmulatedAws aws = new EmulatedAws(fleet, EndpointFaults.NONE);
        LoadSource source = aws.source()) {
      ScalingPolicies read = source.scalingPolicies();

      assertThat(read.byCluster()).hasSize(60);
      assertThat(read.byCluster()).containsEntry("shop-59", new ScalingPolicy(2, 9, 0.4));
    }
  }

  @Test
  void aPolicyThatIsTakenAwayIsGone() {
    try (Archive archive = collected(scaled(NOW), EndpointFaults.NONE, new ArrayList<>())) {
      archive
          .regions()
          .add(new ScalingPolicies("us-east-1", Map.of(), NOW.plus(Duration.ofHours(1))));

      assertThat(archive.load("billing", WEEK, 0).scaling()).isNull();
    }
  }
}
