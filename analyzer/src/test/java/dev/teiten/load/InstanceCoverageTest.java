package dev.teiten.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.collect.EmulatedAws;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coverage tells on which days an instance reported data, and on which it did not exist. */
class InstanceCoverageTest {
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);
  private static final LocalDate MONDAY = WEEK.monday();
  private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
  private static final int DAYS = 21;
  private static final LocalDate FIRST = MONDAY.minusDays(14);

  @TempDir Path root;

  private static MonitoredInstance instance(String name, @Nullable Instant created, Instant seen) {
    return InstanceDays.instance(
        "eu-west-1", "shop", name, "db.r6g.large", Role.READER, created, seen);
  }

  private static MonitoredInstance instance(String name) {
    return instance(name, LONG_AGO, start(FIRST));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A day without its first hours; each instance calls its own digest and a shared one. */
  private static InstanceDay day(MonitoredInstance of, LocalDate date, int missing) {
    Instant from = start(date);
    float[] minutes = new float[1440];
    float[] hours = new float[24];
    Arrays.fill(minutes, 1.5f);
    Arrays.fill(hours, 1.5f);
    Arrays.fill(minutes, 0, 60 * missing, Float.NaN);
    Arrays.fill(hours, 0, missing, Float.NaN);
    String calls = DigestStatistic.CALLS_PER_SECOND.name();
    return new InstanceDay(
        of,
        new TimeRange(from, from.plus(Duration.ofDays(1))),
        List.of(
            new SourceSeries(SeriesKind.TOTAL, "", "", from, 60, minutes),
            new SourceSeries(SeriesKind.HOUR, "", "", from, 3600, hours),
            new SourceSeries(SeriesKind.HOUR_DIGEST, of.instance().name(), "", from, 3600, hours),
            new SourceSeries(SeriesKind.HOUR_DIGEST, "all", "", from, 3600, hours),
            new SourceSeries(SeriesKind.HOUR_STATISTIC, "all", calls, from, 3600, hours)),
        List.of(),
        List.of());
  }

  private static void put(Archive archive, MonitoredInstance of, LocalDate from, LocalDate to) {
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      archive.putDay(day(of, day, 0), true);
    }
  }

  private static InstanceCoverage last(Archive archive) {
    return archive.load("shop", WEEK, 2).history().get(2).instanceCoverage();
  }

  private static double[] covered(InstanceCoverage heard, MonitoredInstance of) {
    return heard.covered().getOrDefault(of.instance().resourceId(), new double[0]);
  }

  @Test
  void whoIsAlwaysHeardHasNoDaysApart() {
    try (Archive archive = EmulatedAws.archive(root)) {
      archive.addInventory(List.of(instance("a"), instance("b")));
      put(archive, instance("a"), FIRST, FIRST.plusDays(DAYS));
      put(archive, instance("b"), FIRST, FIRST.plusDays(DAYS));

      assertThat(last(archive).daysPerInstance()).isEmpty();
      assertThat(covered(last(archive), instance("b"))).containsOnly(1);
      assertThat(last(archive).highestShare()).isEqualTo(1);
    }
  }

  @Test
  void daysThatLackAreSilentInTheirWeekAndApartInAll() {
    try (Archive archive = EmulatedAws.archive(root)) {
      archive.addInventory(List.of(instance("a"), instance("b")));
      put(archive, instance("a"), FIRST, FIRST.plusDays(DAYS));
      put(archive, instance("b"), FIRST, MONDAY.plusDays(2));
      // Wednesday lacks ten hours, Thursday two.
      archive.putDay(day(instance("b"), MONDAY.plusDays(2), 10), true);
      archive.putDay(day(instance("b"), MONDAY.plusDays(3), 2), true);
      String id = instance("b").instance().resourceId();
      List<WeekLoad> history = archive.load("shop", WEEK, 2).history();

      assertThat(covered(history.get(2).instanceCoverage(), instance("b")))
          .containsExactly(1, 1, 14 / 24.0, 22 / 24.0, 0, 0, 0);
      assertThat(history.get(2).instanceCoverage().missingWhileOthersReport()).containsExactly(id);
      assertThat(history.get(2).instanceCoverage().daysMissing(id)).isEqualTo(4);
      assertThat(history.get(0).instanceCoverage().missingWhileOthersReport()).isEmpty();
      for (WeekLoad week : history) {
        assertThat(week.instanceCoverage().daysPerInstance()).containsOnlyKeys(id);
      }
      List<DigestLoad> own =
          history.get(0).instanceCoverage().daysPerInstance().getOrDefault(id, List.of());
      assertThat(own).hasSize(14);
      assertThat(own).extracting(DigestLoad::digest).containsOnly("all", "b");
      assertThat(own)
          .filteredOn(day -> day.digest().equals("all"))
          .allSatisfy(
              day ->
                  assertThat(day.statistics())
                      .isEqualTo(Map.of(DigestStatistic.CALLS_PER_SECOND, 1.5)));
    }
  }

  @Test
  void aWeekThatNobodyIsHeardInAnyMoreIsNoSilenceOfOne() {
    try (Archive archive = EmulatedAws.archive(root)) {
      archive.addInventory(List.of(instance("a"), instance("b")));
      put(archive, instance("a"), FIRST, MONDAY.plusDays(3));
      put(archive, instance("b"), FIRST, MONDAY.plusDays(3));

      assertThat(last(archive).hasNoData(2)).isFalse();
      assertThat(last(archive).hasNoData(3)).isTrue();
      assertThat(last(archive).missingWhileOthersReport()).isEmpty();
      assertThat(last(archive).daysPerInstance()).isEmpty();
      assertThat(last(archive).highestShare()).isEqualTo(3 / 7.0);
    }
  }

  @Test
  void whoIsNotCreatedYetOrKnownToBeGoneIsNotSilent() {
    Instant wednesday = start(MONDAY.plusDays(2));
    Instant next = start(MONDAY.plusDays(7)).plus(Duration.ofHours(9));
    MonitoredInstance added = instance("c", wednesday, wednesday);
    try (Archive archive = EmulatedAws.archive(root)) {
      archive.addInventory(List.of(instance("a"), instance("b")));
      put(archive, instance("a"), FIRST, FIRST.plusDays(DAYS));
      put(archive, instance("b"), FIRST, MONDAY.plusDays(4));
      put(archive, added, MONDAY.plusDays(2), MONDAY.plusDays(7));
      // Only the collect after the week finds that an instance left on Friday and another came.
      archive.addInventory(List.of(instance("a", LONG_AGO, next), instance("c", wednesday, next)));
      InstanceCoverage heard = last(archive);

      assertThat(heard.missingWhileOthersReport()).isEmpty();
      assertThat(covered(heard, instance("b")))
          .containsExactly(1, 1, 1, 1, Double.NaN, Double.NaN, Double.NaN);
      assertThat(covered(heard, added)).containsExactly(Double.NaN, Double.NaN, 1, 1, 1, 1, 1);
    }
  }
}
