package dev.teiten.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.collect.EmulatedAws;
import dev.teiten.load.Cluster;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.Sentence;
import dev.teiten.rank.QueryRanker;
import dev.teiten.rank.Ranking;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceEvent;
import dev.teiten.synthetic.SimpleNormalizer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, roles and members change within a week, and the load of the week is known. */
class LivingFleetTest {
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneId.of("UTC"));
  private static final Instant MONDAY = WEEK.range().from();
  private static final Instant LONG_AGO = MONDAY.minus(Duration.ofDays(60));
  private static final Instant NEXT = MONDAY.plus(Duration.ofDays(7));

  @TempDir Path folder;

  /** A member of the simulated fleet, with a load while it lives. */
  private record Life(
      String cluster, String clusterId, String name, String id, Instant from, Instant to) {
    MonitoredInstance seen(Role role, Instant at) {
      return seen(cluster, name, role, at);
    }

    MonitoredInstance seen(String clusterName, String ownName, Role role, Instant at) {
      return new MonitoredInstance(
          clusterName,
          clusterId,
          "us-east-1",
          "123456789012",
          Engine.AURORA_MYSQL,
          StorageType.STANDARD,
          new Instance(id, ownName, "8.0", "db.r6g.large", role, "a", 1, from),
          true,
          7,
          "default",
          at);
    }
  }

  private static Life main(int number, Instant from, Instant to) {
    return new Life("main", "cluster-MAIN", "main-" + number, "db-" + number, from, to);
  }

  private static final Life WRITER = main(1, LONG_AGO, Instant.MAX);
  private static final Life READER = main(2, LONG_AGO, Instant.MAX);

  private static Instant at(int day, int hour) {
    return MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
  }

  /** The days of the week and of the week before, of minutes in which it lives. */
  private static void collect(Archive archive, Life life, double load) {
    for (LocalDate day = WEEK.monday().minusDays(7);
        day.isBefore(WEEK.monday().plusDays(7));
        day = day.plusDays(1)) {
      Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      if (life.from.isBefore(start.plus(Duration.ofDays(1))) && life.to.isAfter(start)) {
        archive.putDay(
            InstanceDays.day(
                life.seen(Role.READER, NEXT),
                day,
                t -> t.isBefore(life.from) || !t.isBefore(life.to) ? Double.NaN : load),
            true);
      }
    }
  }

  private static SourceEvent event(Instant at, String instance, String message) {
    return new SourceEvent(at, "us-east-1", instance, false, message);
  }

  private static SourceEvent clusterEvent(Instant at, String cluster, String message) {
    return new SourceEvent(at, "us-east-1", cluster, true, message);
  }

  private static double loadAas(ClusterLoad load) {
    Ranking ranking = new QueryRanker(SimpleNormalizer::of, 1).rank(load, Ranking.Order.LOAD);
    return Objects.requireNonNull(ranking.loadAas());
  }

  private static List<String> warnings(ClusterLoad load) {
    return new QueryRanker(SimpleNormalizer::of, 1)
        .rank(load, Ranking.Order.LOAD).warnings().stream().map(Sentence::text).toList();
  }

  /** Two readers a day that live from 17:00 to 23:00. */
  private static List<Life> autoscaled() {
    List<Life> lives = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      for (int number = 0; number < 2; number++) {
        String key = day + "-" + number;
        lives.add(
            new Life(
                "main",
                "cluster-MAIN",
                "application-autoscaling-" + key,
                "db-AUTO" + key,
                at(day, 17),
                at(day, 23)));
      }
    }
    return lives;
  }

  private static List<SourceEvent> events(List<Life> lives) {
    List<SourceEvent> events = new ArrayList<>();
    for (Life life : lives) {
      events.add(event(life.from, life.name, "DB instance created"));
      events.add(event(life.to, life.name, "DB instance deleted"));
    }
    return events;
  }

  @Test
  void autoscaledReadersCountWithTheirHours() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      for (int day = 0; day < 7; day++) {
        List<MonitoredInstance> seen = new ArrayList<>();
        seen.add(WRITER.seen(Role.WRITER, at(day, 18)));
        seen.add(READER.seen(Role.READER, at(day, 18)));
        for (Life life : autoscaled().subList(2 * day, 2 * day + 2)) {
          seen.add(life.seen(Role.READER, at(day, 18)));
        }
        archive.addInventory(seen, true);
      }
      archive.addEvents(events(autoscaled()));
      collect(archive, WRITER, 2);
      collect(archive, READER, 3);
      autoscaled().forEach(life -> collect(archive, life, 4));
      ClusterLoad load = archive.load("main", WEEK, 1);

      assertThat(loadAas(load)).isCloseTo(2 + 3 + 14 * 4 * 6 / 168.0, within(1e-6));
      assertThat(load.coverage()).isEqualTo(new MinuteCoverage(25_200, 25_200));
      assertThat(load.timeline().mostReaders(WEEK.range())).isEqualTo(3);
      assertThat(load.history().get(1).totalAas()[20]).isCloseTo(13, within(1e-6));
      assertThat(warnings(load))
          .filteredOn(w -> w.contains("came and"))
          .singleElement()
          .asString()
          .startsWith("14 instances came and 14 went within the week; at most 3 readers ran");
      assertThat(warnings(load)).noneMatch(w -> w.contains("application-autoscaling"));
      // Between two weeks only the lasting instances are in the fleet.
      assertThat(archive.clusters(WEEK.range()).get(0).instances()).hasSize(2);
    }
  }

  @Test
  void readersThatNobodySawLowerTheCoverageAndAreSaidOnce() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(0, 2)), READER.seen(Role.READER, at(0, 2))), true);
      archive.addEvents(events(autoscaled()));
      collect(archive, WRITER, 2);
      collect(archive, READER, 3);
      ClusterLoad load = archive.load("main", WEEK, 1);

      assertThat(load.coverage()).isEqualTo(new MinuteCoverage(20_160, 25_200));
      assertThat(load.history().get(1).coverage()).isEqualTo(load.coverage());
      assertThat(archive.contents().coverage(load.cluster(), WEEK.zone()))
          .containsEntry("2026-W46", 0.8);
      assertThat(warnings(load))
          .contains(
              "14 instances lived for 84 hours of the week and were not collected: collect hourly"
                  + " (`teiten collect --every 1h`).");
    }
  }

  @Test
  void readersOfOneOfSeveralClustersAreSaidForEach() {
    Life other = new Life("other", "cluster-O", "other-1", "db-o1", LONG_AGO, Instant.MAX);
    Life reader = new Life("other", "cluster-O", "other-2", "db-o2", LONG_AGO, Instant.MAX);
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(
              WRITER.seen(Role.WRITER, at(0, 2)),
              READER.seen(Role.READER, at(0, 2)),
              other.seen(Role.WRITER, at(0, 2)),
              reader.seen(Role.READER, at(0, 2))),
          true);
      archive.addEvents(events(autoscaled()));
      collect(archive, WRITER, 2);
      collect(archive, READER, 3);
      ClusterLoad load = archive.load("main", WEEK, 1);

      assertThat(load.coverage().share()).isEqualTo(1);
      assertThat(warnings(load))
          .anyMatch(w -> w.startsWith("14 autoscaled readers lived for 84 hours"));
      assertThat(archive.load("other", WEEK, 0).timeline().unassigned(WEEK.range())).hasSize(14);
    }
  }

  @Test
  void rolesChangeAtTheInstantOfAFailover() {
    Instant failover = at(5, 12);
    try (Archive archive = EmulatedAws.archive(folder)) {
      // The only collect of the week comes after it.
      archive.addInventory(
          List.of(WRITER.seen(Role.READER, at(6, 2)), READER.seen(Role.WRITER, at(6, 2))), true);
      archive.addEvents(
          List.of(
              clusterEvent(failover, "main", "Completed failover to DB instance: main-2"),
              clusterEvent(
                  failover.minusSeconds(20),
                  "main",
                  "Started cross AZ failover to DB instance: main-2")));
      BitSet first = writing(archive, "db-1");
      BitSet second = writing(archive, "db-2");

      assertThat(first.length()).isEqualTo(5 * 1440 + 720);
      assertThat(first.cardinality()).isEqualTo(5 * 1440 + 720);
      assertThat(second.nextSetBit(0)).isEqualTo(5 * 1440 + 720);
      assertThat(second.cardinality()).isEqualTo(10_080 - first.cardinality());
    }
  }

  private static BitSet writing(Archive archive, String id) {
    return archive
        .load("main", WEEK, 0)
        .timeline()
        .find(id)
        .orElseThrow()
        .writingMinutes(WEEK.range());
  }

  @Test
  void anInstanceReplacedUnderItsNameIsTwoMembers() {
    Life before = main(2, LONG_AGO, at(2, 12));
    Life after = new Life("main", "cluster-MAIN", "main-2", "db-new", at(2, 13), Instant.MAX);
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(1, 2)), before.seen(Role.READER, at(1, 2))), true);
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(3, 2)), after.seen(Role.READER, at(3, 2))), true);
      archive.addEvents(
          List.of(
              event(before.to, "main-2", "DB instance deleted"),
              event(after.from, "main-2", "DB instance created")));
      collect(archive, WRITER, 2);
      collect(archive, before, 3);
      collect(archive, after, 3);
      ClusterLoad load = archive.load("main", WEEK, 1);

      assertThat(loadAas(load)).isCloseTo(2 + 3 * 167 / 168.0, within(1e-6));
      assertThat(load.coverage().share()).isEqualTo(1);
      assertThat(load.timeline().mostReaders(WEEK.range())).isEqualTo(1);
      assertThat(archive.clusters(WEEK.range()).get(0).instances())
          .extracting(Instance::resourceId)
          .containsExactly("db-1", "db-new");
    }
  }

  @Test
  void aRenamedClusterKeepsOneHistory() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(List.of(WRITER.seen(Role.WRITER, at(-7, 2))), true);
      collect(archive, WRITER, 2);
      archive.addMark(new ClusterMark(at(0, 1), "main", "deploy", ClusterMark.Source.MANUAL));
      archive.addInventory(List.of(WRITER.seen("shop", "shop-1", Role.WRITER, at(3, 2))), true);
      archive.addEvents(
          List.of(clusterEvent(at(2, 12), "shop", "Renamed DB cluster from main to shop.")));
      archive.putDay(
          InstanceDays.day(
              WRITER.seen("shop", "shop-1", Role.WRITER, NEXT), WEEK.monday().plusDays(7), t -> 9),
          true);

      for (ReviewWeek week : List.of(WEEK.plus(-1), WEEK, WEEK.plus(1))) {
        assertThat(archive.clusters(week.range()))
            .extracting(Cluster::name)
            .containsExactly("shop");
      }
      assertThat(archive.load("main", WEEK, 1).cluster().name()).isEqualTo("shop");
      assertThat(archive.load("shop", WEEK, 1).history()).hasSize(2);
      assertThat(loadAas(archive.load("shop", WEEK, 1))).isEqualTo(2);
      assertThat(loadAas(archive.load("shop", WEEK.plus(1), 1))).isEqualTo(9);
      assertThat(archive.marks("shop", WEEK.range()))
          .extracting(ClusterMark::label)
          .containsExactly("deploy", "Renamed DB cluster from main to shop.");
      assertThat(folder.resolve("load/region=us-east-1").toFile().list())
          .containsExactly("cluster=main");
    }
  }

  @Test
  void aSwitchoverIsOneServiceWithAMark() {
    Instant switched = at(2, 12);
    Life green =
        new Life("main-green-x", "cluster-GREEN", "main-1-green-x", "db-g", LONG_AGO, Instant.MAX);
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(1, 2)), green.seen(Role.WRITER, at(1, 2))), true);
      archive.addInventory(
          List.of(
              WRITER.seen("main-old1", "main-1-old1", Role.WRITER, at(3, 2)),
              green.seen("main", "main-1", Role.WRITER, at(3, 2))),
          true);
      archive.addEvents(
          List.of(
              clusterEvent(switched, "main-old1", "Renamed DB cluster from main to main-old1."),
              clusterEvent(
                  switched.plusSeconds(5),
                  "main",
                  "Renamed DB cluster from main-green-x to main.")));
      collect(archive, WRITER, 2);
      collect(archive, green, 5);
      ClusterLoad load = archive.load("main", WEEK, 1);

      assertThat(load.instances())
          .extracting(InstanceLoad::instance)
          .extracting(Instance::resourceId)
          .containsExactlyInAnyOrder("db-1", "db-g");
      assertThat(loadAas(load)).isCloseTo((2 * 60 + 5 * 108) / 168.0, within(1e-3));
      assertThat(load.coverage().share()).isEqualTo(1);
      assertThat(load.history().get(1).totalAas()[59]).isEqualTo(2);
      assertThat(load.history().get(1).totalAas()[61]).isEqualTo(5);
      assertThat(archive.marks("main", WEEK.range()))
          .extracting(ClusterMark::label)
          .anyMatch(label -> label.startsWith("Another DB cluster (cluster-GREEN) took the name"));
      assertThat(archive.clusters(WEEK.plus(-1).range()))
          .extracting(Cluster::name)
          .containsExactly("main", "main-green-x");
      assertThat(archive.clusters(WEEK.plus(1).range()))
          .extracting(Cluster::name)
          .containsExactly("main", "main-old1");
      for (Cluster cluster : archive.clusters(WEEK.range())) {
        assertThat(archive.load(cluster.name(), WEEK, 1).cluster().name())
            .isEqualTo(cluster.name());
      }
    }
  }

  @Test
  void aClusterThatIsCreatedAnewUnderTheNameContinuesIt() {
    Life before = main(1, LONG_AGO, at(2, 12));
    Life after = new Life("main", "cluster-NEW", "main-1", "db-new", at(2, 14), Instant.MAX);
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(List.of(before.seen(Role.WRITER, at(1, 2))), true);
      archive.addInventory(List.of(after.seen(Role.WRITER, at(3, 2))), true);
      archive.addEvents(List.of(event(before.to, "main-1", "DB instance deleted")));
      collect(archive, before, 2);
      collect(archive, after, 5);
      ClusterLoad load = archive.load("main", WEEK, 0);

      assertThat(loadAas(load)).isCloseTo((2 * 60 + 5 * 106) / 168.0, within(1e-6));
      assertThat(load.coverage()).isEqualTo(new MinuteCoverage(166 * 60, 166 * 60));
      assertThat(archive.clusters(WEEK.range())).hasSize(1);
    }
  }

  @Test
  void aDeletedClusterLeavesTheFleetAndKeepsItsWeeks() {
    Life gone = new Life("gone", "cluster-GONE", "gone-1", "db-gone", LONG_AGO, at(2, 12));
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(1, 2)), gone.seen(Role.WRITER, at(1, 2))), true);
      collect(archive, gone, 3);
      // Another account says nothing about it, and a collect of one cluster neither.
      archive.addInventory(List.of(WRITER.seen(Role.WRITER, at(2, 2))), false);
      assertThat(archive.clusters(NEXT)).hasSize(2);
      archive.addInventory(List.of(WRITER.seen(Role.WRITER, at(3, 2))), true);

      assertThat(archive.clusters(WEEK.plus(1).range()))
          .extracting(Cluster::name)
          .containsExactly("main");
      assertThat(archive.clusters(WEEK.range()))
          .extracting(Cluster::name)
          .containsExactly("gone", "main");
      assertThat(archive.contents().goneAt(archive.cluster("gone", MONDAY))).isEqualTo(at(3, 2));
      archive.addEvents(List.of(event(gone.to, "gone-1", "DB instance deleted")));
      assertThat(archive.contents().goneAt(archive.cluster("gone", MONDAY))).isEqualTo(gone.to);
      ClusterLoad load = archive.load("gone", WEEK, 1);
      assertThat(loadAas(load)).isCloseTo(3 * 60 / 168.0, within(1e-6));
      assertThat(load.coverage().share()).isEqualTo(1);
    }
  }

  @Test
  void aStoppedClusterMissesNothing() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(List.of(WRITER.seen(Role.WRITER, at(0, 2))), true);
      archive.addEvents(
          List.of(
              clusterEvent(at(4, 20), "main", "DB cluster stopped."),
              clusterEvent(at(6, 8), "main", "DB cluster started.")));
      for (int day = 0; day < 7; day++) {
        archive.putDay(
            InstanceDays.day(
                WRITER.seen(Role.WRITER, NEXT),
                WEEK.monday().plusDays(day),
                t -> t.isBefore(at(4, 20)) || !t.isBefore(at(6, 8)) ? 2 : Double.NaN),
            true);
      }
      ClusterLoad load = archive.load("main", WEEK, 0);

      assertThat(load.coverage().share()).isEqualTo(1);
      assertThat(load.coverage().expectedMinutes()).isEqualTo((168 - 36) * 60);
      assertThat(loadAas(load)).isCloseTo(2 * (168 - 36) / 168.0, within(1e-6));
    }
  }

  @Test
  void sightingsWithoutAnIdBelongToTheClusterOfTheInstance() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(
              InstanceDays.instance(
                  "us-east-1", "old", "a", "db.r6g.large", Role.WRITER, at(-7, 0))));
      Life now = new Life("new", "cluster-N", "a", "db-us-east-1-a", LONG_AGO, Instant.MAX);
      archive.addInventory(List.of(now.seen(Role.WRITER, at(1, 0))), true);

      assertThat(archive.clusters(WEEK.range())).extracting(Cluster::name).containsExactly("new");
      assertThat(archive.cluster("old", NEXT).name()).isEqualTo("new");
    }
  }
}
