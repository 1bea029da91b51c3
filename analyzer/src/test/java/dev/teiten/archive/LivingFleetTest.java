package dev.teiten.archive;

import static dev.teiten.archive.MemberLife.LONG_AGO;
import static dev.teiten.archive.MemberLife.NEXT;
import static dev.teiten.archive.MemberLife.READER;
import static dev.teiten.archive.MemberLife.WEEK;
import static dev.teiten.archive.MemberLife.WRITER;
import static dev.teiten.archive.MemberLife.at;
import static dev.teiten.archive.MemberLife.clusterEvent;
import static dev.teiten.archive.MemberLife.event;
import static dev.teiten.archive.MemberLife.loadAas;
import static dev.teiten.archive.MemberLife.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.collect.EmulatedAws;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.Role;
import dev.teiten.load.ScalingPolicy;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.ScalingPolicies;
import dev.teiten.source.SourceEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members come and go within a week, change roles and stop, and the load of the week is known. */
class LivingFleetTest {
  @TempDir Path folder;

  /** Two readers a day that live from 17:00 to 23:00. */
  private static List<MemberLife> autoscaled() {
    List<MemberLife> lives = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      for (int number = 0; number < 2; number++) {
        String key = day + "-" + number;
        lives.add(
            new MemberLife(
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

  private static List<SourceEvent> events(List<MemberLife> lives) {
    List<SourceEvent> events = new ArrayList<>();
    for (MemberLife life : lives) {
      events.add(event(life.from(), life.name(), "DB instance created"));
      events.add(event(life.to(), life.name(), "DB instance deleted"));
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
        for (MemberLife life : autoscaled().subList(2 * day, 2 * day + 2)) {
          seen.add(life.seen(Role.READER, at(day, 18)));
        }
        archive.addInventory(seen, true);
      }
      archive.addEvents(events(autoscaled()));
      WRITER.collect(archive, 2);
      READER.collect(archive, 3);
      autoscaled().forEach(life -> life.collect(archive, 4));
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
      WRITER.collect(archive, 2);
      READER.collect(archive, 3);
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

  /** Two clusters with a reader, and scaled readers that only events tell of. */
  private Archive twoClusters() {
    MemberLife other =
        new MemberLife("other", "cluster-O", "other-1", "db-o1", LONG_AGO, Instant.MAX);
    MemberLife reader =
        new MemberLife("other", "cluster-O", "other-2", "db-o2", LONG_AGO, Instant.MAX);
    Archive archive = EmulatedAws.archive(folder);
    archive.addInventory(
        List.of(
            WRITER.seen(Role.WRITER, at(0, 2)),
            READER.seen(Role.READER, at(0, 2)),
            other.seen(Role.WRITER, at(0, 2)),
            reader.seen(Role.READER, at(0, 2))),
        true);
    archive.addEvents(events(autoscaled()));
    return archive;
  }

  @Test
  void readersOfTheOnlyClusterWithAPolicyAreItsOwn() {
    try (Archive archive = twoClusters()) {
      archive.load("main", WEEK, 0);
      ScalingPolicy policy = new ScalingPolicy(1, 4, 0.5);
      archive
          .regions()
          .add(
              new ScalingPolicies(
                  WRITER.seen(Role.WRITER, at(0, 2)).region(), Map.of("other", policy), at(6, 2)));

      assertThat(archive.load("main", WEEK, 0).timeline().unassigned(WEEK.range())).isEmpty();
      assertThat(archive.load("main", WEEK, 0).timeline().unseen(WEEK.range())).isEmpty();
      assertThat(archive.load("other", WEEK, 0).timeline().unseen(WEEK.range())).hasSize(14);
    }
  }

  @Test
  void readersOfOneOfSeveralClustersAreSaidForEach() {
    try (Archive archive = twoClusters()) {
      WRITER.collect(archive, 2);
      READER.collect(archive, 3);
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

  private static BitSet writing(Archive archive, String id) {
    return archive
        .load("main", WEEK, 0)
        .timeline()
        .find(id)
        .orElseThrow()
        .writingMinutes(WEEK.range());
  }
}
