package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.Cluster;
import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One run collects several regions and accounts. */
class FleetCollectorTest {
  private static final Instant NOW = Instant.now();
  private static final Instant TODAY = EmulatedAws.settled(NOW);
  private static final TimeRange YESTERDAY = new TimeRange(TODAY.minus(Duration.ofDays(1)), TODAY);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static EmulatedAws east;
  private static EmulatedAws tokyo;
  private static EmulatedAws expired;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    ClusterSpec billing = SimulatedFleet.small(3, NOW).cluster("billing");
    east =
        new EmulatedAws(
            SimulatedFleet.of(3, "us-east-1", NOW, List.of(billing)), EndpointFaults.NONE);
    tokyo =
        new EmulatedAws(
            SimulatedFleet.of(4, "ap-northeast-1", NOW, List.of(billing)), EndpointFaults.NONE);
    expired =
        new EmulatedAws(
            SimulatedFleet.of(4, "eu-west-1", NOW, List.of(billing)),
            EndpointFaults.NONE.expiringAfter(1));
  }

  @AfterAll
  static void stop() {
    List.of(east, tokyo, expired).forEach(EmulatedAws::close);
  }

  private FleetCollectReport collect(Archive archive, Set<String> clusters, EmulatedAws... places) {
    return collect(archive, clusters, Stream.of(places).map(EmulatedAws::source).toList());
  }

  private static FleetCollectReport collect(
      Archive archive, Set<String> clusters, List<LoadSource> sources) {
    try {
      return new FleetCollector(sources, archive, CLOCK)
          .collect(new CollectPlan(YESTERDAY, clusters, 2), progress -> {});
    } finally {
      sources.forEach(LoadSource::close);
    }
  }

  private void collectPart(Archive archive, CollectShard part) {
    try (LoadSource first = east.source();
        LoadSource second = tokyo.source()) {
      FleetCollectReport report =
          new FleetCollector(List.of(first, second), archive, CLOCK)
              .collect(new CollectPlan(YESTERDAY, Set.of(), 2, false, part), progress -> {});
      assertThat(report.failures()).isEmpty();
      assertThat(report.failed()).isEmpty();
    }
  }

  @Test
  void partsTogetherAreAllClustersOnce() {
    List<String> collected = new ArrayList<>();
    for (int index = 1; index <= 3; index++) {
      try (Archive archive = EmulatedAws.archive(folder.resolve("part" + index))) {
        collectPart(archive, new CollectShard(index, 3));
        archive.clusters(YESTERDAY).forEach(one -> collected.add(one.region()));
      }
    }
    assertThat(collected).containsExactlyInAnyOrder("us-east-1", "ap-northeast-1");
  }

  @Test
  void aPartSaysNothingOfOtherClusters() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      collect(archive, Set.of(), east, tokyo);
      collectPart(archive, new CollectShard(1, 2));
      collectPart(archive, new CollectShard(2, 2));

      assertThat(archive.clusters(YESTERDAY)).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "0/3", "4/3", "1/0", "1/1001", "a/b", "1/3/5", "-1/3"})
  void partsAreWrittenAsIOfN(String text) {
    assertThatThrownBy(() -> CollectShard.parse(text))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("--shard");
  }

  @Test
  void clustersOfOneNameInTwoRegionsAreTwo() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      FleetCollectReport report = collect(archive, Set.of(), east, tokyo);

      assertThat(report.failed()).isEmpty();
      assertThat(report.failures()).isEmpty();
      assertThat(report.places()).containsOnlyKeys("us-east-1", "ap-northeast-1");
      assertThat(report.sum(CollectReport::collectedDays)).isEqualTo(4);
      assertThat(archive.clusters(NOW))
          .extracting(Cluster::name)
          .containsExactly("billing@ap-northeast-1", "billing@us-east-1");
      for (Cluster cluster : archive.clusters(NOW)) {
        assertThat(archive.contents().days(cluster, cluster.instances().get(0))).hasSize(1);
      }
    }
  }

  @Test
  void longNameChoosesOneOfThem() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      collect(archive, Set.of("billing@ap-northeast-1"), east, tokyo);

      assertThat(archive.clusters(NOW))
          .extracting(c -> c.name() + " " + c.region())
          .containsExactly("billing ap-northeast-1");
    }
  }

  @Test
  void placeThatFailsDoesNotStopTheOthers() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      FleetCollectReport report = collect(archive, Set.of(), expired, east);

      assertThat(report.failed()).containsOnlyKeys("eu-west-1");
      assertThat(report.sum(CollectReport::collectedDays)).isEqualTo(2);
      assertThat(report.hasDays()).isTrue();
    }
  }

  @Test
  void noPlaceAtAllIsAnError() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      assertThatThrownBy(() -> collect(archive, Set.of(), expired))
          .isInstanceOf(TeitenException.class)
          .hasMessageContaining("Expired");
      assertThatThrownBy(() -> collect(archive, Set.of("nobody"), east))
          .isInstanceOf(TeitenException.class)
          .hasMessageContaining("There is no cluster nobody");
    }
  }

  @Test
  void accountThatIsShownTwiceIsCollectedOnce() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      long before = east.piCalls();
      collect(archive, Set.of(), east);
      long once = east.piCalls() - before;
      List<LoadSource> both = List.of(east.source(), east.source("other"), east.source());
      FleetCollectReport twice;
      try (Archive another = EmulatedAws.archive(folder.resolve("twice"))) {
        twice = collect(another, Set.of(), both);
      }

      assertThat(twice.places()).containsOnlyKeys("us-east-1", "us-east-1 with profile other");
      assertThat(twice.sum(CollectReport::collectedDays)).isEqualTo(2);
      assertThat(east.piCalls() - before).isEqualTo(2 * once);
    }
  }
}
