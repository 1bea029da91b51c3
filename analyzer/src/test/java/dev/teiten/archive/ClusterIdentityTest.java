package dev.teiten.archive;

import static dev.teiten.archive.MemberLife.LONG_AGO;
import static dev.teiten.archive.MemberLife.MONDAY;
import static dev.teiten.archive.MemberLife.NEXT;
import static dev.teiten.archive.MemberLife.WEEK;
import static dev.teiten.archive.MemberLife.WRITER;
import static dev.teiten.archive.MemberLife.at;
import static dev.teiten.archive.MemberLife.clusterEvent;
import static dev.teiten.archive.MemberLife.event;
import static dev.teiten.archive.MemberLife.loadAas;
import static dev.teiten.archive.MemberLife.main;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.collect.EmulatedAws;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters and instances are their resource ids: names change, and each keeps one history. */
class ClusterIdentityTest {
  @TempDir Path folder;

  @Test
  void anInstanceReplacedUnderItsNameIsTwoMembers() {
    MemberLife before = main(2, LONG_AGO, at(2, 12));
    MemberLife after =
        new MemberLife("main", "cluster-MAIN", "main-2", "db-new", at(2, 13), Instant.MAX);
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(1, 2)), before.seen(Role.READER, at(1, 2))), true);
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(3, 2)), after.seen(Role.READER, at(3, 2))), true);
      archive.addEvents(
          List.of(
              event(before.to(), "main-2", "DB instance deleted"),
              event(after.from(), "main-2", "DB instance created")));
      WRITER.collect(archive, 2);
      before.collect(archive, 3);
      after.collect(archive, 3);
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
      WRITER.collect(archive, 2);
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
    MemberLife green =
        new MemberLife(
            "main-green-x", "cluster-GREEN", "main-1-green-x", "db-g", LONG_AGO, Instant.MAX);
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
      WRITER.collect(archive, 2);
      green.collect(archive, 5);
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
    MemberLife before = main(1, LONG_AGO, at(2, 12));
    MemberLife after =
        new MemberLife("main", "cluster-NEW", "main-1", "db-new", at(2, 14), Instant.MAX);
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(List.of(before.seen(Role.WRITER, at(1, 2))), true);
      archive.addInventory(List.of(after.seen(Role.WRITER, at(3, 2))), true);
      archive.addEvents(List.of(event(before.to(), "main-1", "DB instance deleted")));
      before.collect(archive, 2);
      after.collect(archive, 5);
      ClusterLoad load = archive.load("main", WEEK, 0);

      assertThat(loadAas(load)).isCloseTo((2 * 60 + 5 * 106) / 168.0, within(1e-6));
      assertThat(load.coverage()).isEqualTo(new MinuteCoverage(166 * 60, 166 * 60));
      assertThat(archive.clusters(WEEK.range())).hasSize(1);
    }
  }

  @Test
  void aDeletedClusterLeavesTheFleetAndKeepsItsWeeks() {
    MemberLife gone =
        new MemberLife("gone", "cluster-GONE", "gone-1", "db-gone", LONG_AGO, at(2, 12));
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(WRITER.seen(Role.WRITER, at(1, 2)), gone.seen(Role.WRITER, at(1, 2))), true);
      gone.collect(archive, 3);
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
      archive.addEvents(List.of(event(gone.to(), "gone-1", "DB instance deleted")));
      assertThat(archive.contents().goneAt(archive.cluster("gone", MONDAY))).isEqualTo(gone.to());
      ClusterLoad load = archive.load("gone", WEEK, 1);
      assertThat(loadAas(load)).isCloseTo(3 * 60 / 168.0, within(1e-6));
      assertThat(load.coverage().share()).isEqualTo(1);
    }
  }

  @Test
  void sightingsWithoutAnIdBelongToTheClusterOfTheInstance() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(
          List.of(
              InstanceDays.instance(
                  "us-east-1", "old", "a", "db.r6g.large", Role.WRITER, at(-7, 0))));
      MemberLife now =
          new MemberLife("new", "cluster-N", "a", "db-us-east-1-a", LONG_AGO, Instant.MAX);
      archive.addInventory(List.of(now.seen(Role.WRITER, at(1, 0))), true);

      assertThat(archive.clusters(WEEK.range())).extracting(Cluster::name).containsExactly("new");
      assertThat(archive.cluster("old", NEXT).name()).isEqualTo("new");
    }
  }
}
