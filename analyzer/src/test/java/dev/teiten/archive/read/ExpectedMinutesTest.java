package dev.teiten.archive.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
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
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The minutes in which an instance is expected to have data. */
class ExpectedMinutesTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-09T00:00:00Z");
  private static final TimeRange HOUR = new TimeRange(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(1)));

  @TempDir Path folder;

  private static MinuteCoverage coverage(
      @Nullable String createdAt, @Nullable String goneAt, int observed) {
    Instance instance =
        new Instance("db-1", "shop-1", "8.0", null, null, null, null, instant(createdAt));
    double[] total = new double[60];
    Arrays.fill(total, observed, total.length, Double.NaN);
    ExpectedMinutes expected = ExpectedMinutes.of(instance, instant(goneAt));
    MinuteCoverage coverage = expected.coverage(HOUR, total);
    assertThat(expected.coverage(HOUR, observed)).isEqualTo(coverage);
    return coverage;
  }

  private static @Nullable Instant instant(@Nullable String time) {
    return time == null ? null : Instant.parse("2026-11-09T" + time + "Z");
  }

  @Test
  void theMinutesOfCreationAndDepartureCount() {
    assertThat(coverage(null, null, 0)).isEqualTo(new MinuteCoverage(0, 60));
    assertThat(coverage("00:40:10", null, 0)).isEqualTo(new MinuteCoverage(0, 20));
    assertThat(coverage("00:40:00", null, 0)).isEqualTo(new MinuteCoverage(0, 20));
    assertThat(coverage(null, "00:30:30", 30)).isEqualTo(new MinuteCoverage(30, 31));
    assertThat(coverage(null, "00:30:00", 30)).isEqualTo(new MinuteCoverage(30, 30));
    assertThat(coverage("02:00:00", null, 0)).isEqualTo(new MinuteCoverage(0, 0));
    assertThat(coverage("00:10:00", "00:10:30", 0)).isEqualTo(new MinuteCoverage(0, 1));
  }

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
