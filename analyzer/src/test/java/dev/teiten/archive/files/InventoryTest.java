package dev.teiten.archive.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.files.InventoryChange.ChangeKind;
import dev.teiten.collect.EmulatedAws;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inventory tells the instances of a cluster at any time, and their changes. */
class InventoryTest {
  private static final Instant MONDAY = Instant.parse("2026-11-09T00:00:00Z");
  private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
  private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneId.of("UTC"));

  @TempDir Path folder;

  private static MonitoredInstance main(int number, String type, Role role, Instant seenAt) {
    return InstanceDays.instance("us-east-1", "main", "main-" + number, type, role, seenAt);
  }

  /**
   * On Wednesday the second instance becomes smaller and the writer; on Friday the third is gone.
   */
  private Archive eventful() {
    Archive archive = EmulatedAws.archive(folder);
    archive.addInventory(
        List.of(
            main(1, "db.r5.large", Role.WRITER, MONDAY),
            main(2, "db.r5.xlarge", Role.READER, MONDAY),
            main(3, "db.r5.large", Role.READER, MONDAY)));
    archive.addInventory(
        List.of(
            main(1, "db.r5.large", Role.READER, WEDNESDAY),
            main(2, "db.r5.large", Role.WRITER, WEDNESDAY),
            main(3, "db.r5.large", Role.READER, WEDNESDAY)));
    archive.addInventory(
        List.of(
            main(1, "db.r5.large", Role.READER, FRIDAY),
            main(2, "db.r5.large", Role.WRITER, FRIDAY)));
    return archive;
  }

  @Test
  void stateAtAnInstantIsWhatWasSeenBefore() {
    try (Archive archive = eventful()) {
      assertThat(archive.cluster("main", MONDAY.plusSeconds(1)).instances())
          .extracting(i -> i.name() + " " + i.instanceClass() + " " + i.role())
          .containsExactly(
              "main-1 db.r5.large WRITER",
              "main-2 db.r5.xlarge READER",
              "main-3 db.r5.large READER");
      assertThat(archive.cluster("main", WEDNESDAY.plusSeconds(1)).instances())
          .extracting(Instance::name)
          .containsExactly("main-2", "main-1", "main-3");
      assertThat(archive.cluster("main", FRIDAY.plusSeconds(1)).instances())
          .extracting(Instance::name)
          .containsExactly("main-2", "main-1");
    }
  }

  @Test
  void changesWithinARangeAreTold() {
    try (Archive archive = eventful()) {
      assertThat(archive.changes("main", WEEK.range()))
          .containsExactly(
              new InventoryChange(WEDNESDAY, "main-1", ChangeKind.ROLE, "WRITER", "READER"),
              new InventoryChange(
                  WEDNESDAY, "main-2", ChangeKind.CLASS, "db.r5.xlarge", "db.r5.large"),
              new InventoryChange(WEDNESDAY, "main-2", ChangeKind.ROLE, "READER", "WRITER"),
              new InventoryChange(FRIDAY, "main-3", ChangeKind.GONE, null, null));
      assertThat(archive.changes("main", new TimeRange(MONDAY, WEDNESDAY))).isEmpty();
    }
  }

  @Test
  void weekWarnsOfWhatChangedInIt() {
    try (Archive archive = eventful()) {
      for (int day = 0; day < 7; day++) {
        archive.putDay(
            InstanceDays.day(
                main(2, "db.r5.large", Role.WRITER, FRIDAY),
                LocalDate.of(2026, 11, 9).plusDays(day),
                minute -> 1),
            true);
      }
      assertThat(archive.load("main", WEEK, 0).warnings())
          .hasSize(4)
          .anyMatch(w -> w.text().startsWith("main-2 changed from db.r5.xlarge to db.r5.large"))
          .anyMatch(w -> w.text().startsWith("main-2 became the writer"))
          .anyMatch(w -> w.text().startsWith("main-3 went away"));
    }
  }

  @Test
  void instanceThatIsGoneIsExpectedUntilItIsMissed() {
    try (Archive archive = eventful()) {
      for (int day = 0; day < 7; day++) {
        LocalDate date = LocalDate.of(2026, 11, 9).plusDays(day);
        for (int number = 1; number <= (day < 4 ? 3 : 2); number++) {
          archive.putDay(
              InstanceDays.day(main(number, "db.r5.large", Role.READER, FRIDAY), date, minute -> 1),
              true);
        }
      }
      ClusterLoad load = archive.load("main", WEEK, 1);

      assertThat(load.instances()).hasSize(3);
      assertThat(load.coverage().share()).isEqualTo(1);
      assertThat(archive.contents().coverage(load.cluster(), ZoneId.of("UTC")))
          .containsEntry("2026-W46", 1.0);
      // One week later the cluster has two instances.
      assertThat(archive.load("main", WEEK.plus(1), 0).instances()).hasSize(2);
    }
  }

  @Test
  void instanceThatComesBackIsThereAgain() {
    try (Archive archive = eventful()) {
      Instant sunday = FRIDAY.plus(Duration.ofDays(2));
      archive.addInventory(
          List.of(
              main(1, "db.r5.large", Role.READER, sunday),
              main(2, "db.r5.large", Role.WRITER, sunday),
              main(3, "db.r5.large", Role.READER, sunday)));

      assertThat(archive.cluster("main", FRIDAY.plusSeconds(1)).instances()).hasSize(2);
      assertThat(archive.cluster("main", Instant.MAX).instances()).hasSize(3);
    }
  }

  @Test
  void nothingIsWrittenWhileNothingChanges() {
    try (Archive archive = eventful()) {
      int before = folder.resolve("inventory").toFile().list().length;
      archive.addInventory(
          List.of(
              main(1, "db.r5.large", Role.READER, FRIDAY.plusSeconds(60)),
              main(2, "db.r5.large", Role.WRITER, FRIDAY.plusSeconds(60))));

      assertThat(folder.resolve("inventory").toFile().list()).hasSize(before);
      assertThat(folder.resolve("departures").toFile().list()).hasSize(1);
    }
  }

  @Test
  void coverageIsKnownByHour() {
    try (Archive archive = EmulatedAws.archive(folder)) {
      MonitoredInstance one = main(1, "db.r5.large", Role.WRITER, MONDAY);
      archive.addInventory(List.of(one));
      // The second hour lacks its first 20 minutes, the fourth lacks every minute.
      archive.putDay(
          InstanceDays.day(
              one,
              LocalDate.of(2026, 11, 9),
              minute -> {
                long at = Duration.between(MONDAY, minute).toMinutes();
                return at >= 60 && at < 80 || at >= 180 && at < 240 ? Double.NaN : 2;
              }),
          true);
      Map<Instant, MinuteCoverage> hours =
          archive
              .contents()
              .hourlyCoverage(
                  archive.cluster("main", Instant.MAX),
                  new TimeRange(MONDAY, MONDAY.plus(Duration.ofHours(5))));

      assertThat(hours.values())
          .containsExactly(
              new MinuteCoverage(60, 60),
              new MinuteCoverage(40, 60),
              new MinuteCoverage(60, 60),
              new MinuteCoverage(0, 60),
              new MinuteCoverage(60, 60));
    }
  }
}
