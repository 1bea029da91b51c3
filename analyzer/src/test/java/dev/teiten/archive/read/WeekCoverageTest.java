package dev.teiten.archive.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coverage of a week by the lives of its instances. */
class WeekCoverageTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-09T00:00:00Z");

  @TempDir Path folder;

  @Test
  void theHoursOfAWeekAddUpToItsCoverage() {
    ReviewWeek week = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);
    Instant created = MIDNIGHT.plusSeconds(3 * 3600 + 754);
    Instant missed = MIDNIGHT.plus(Duration.ofDays(2)).plusSeconds(30 * 60 + 30);
    MonitoredInstance stays =
        InstanceDays.instance("us-east-1", "shop", "a", "db.r6g.large", Role.WRITER, MIDNIGHT);
    MonitoredInstance leaves =
        InstanceDays.instance(
            "us-east-1", "shop", "b", "db.r6g.large", Role.READER, created, MIDNIGHT);
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      archive.addInventory(List.of(stays, leaves));
      for (int day = 0; day < 3; day++) {
        LocalDate date = week.monday().plusDays(day);
        archive.putDay(InstanceDays.day(stays, date, time -> 1), true);
        archive.putDay(
            InstanceDays.day(
                leaves,
                date,
                time -> time.isBefore(created) || time.isAfter(missed) ? Double.NaN : 1),
            true);
      }
      archive.addInventory(
          List.of(
              InstanceDays.instance(
                  "us-east-1", "shop", "a", "db.r6g.large", Role.WRITER, missed)));
      MinuteCoverage weekly = archive.load("shop", week, 0).coverage();
      MinuteCoverage hourly =
          archive
              .contents()
              .hourlyCoverage(archive.cluster("shop", MIDNIGHT.plusSeconds(1)), week.range())
              .values()
              .stream()
              .reduce(new MinuteCoverage(0, 0), MinuteCoverage::plus);
      assertThat(hourly).isEqualTo(weekly);
      // The instance exists from minute 3:12 of Monday to minute 0:30 of Wednesday.
      assertThat(weekly.expectedMinutes()).isEqualTo(7 * 1440 + (2 * 1440 + 31 - 192));
    }
  }
}
