package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over random ranges, zones and clock changes, the plan has no duplicates and no gaps. */
class CollectPlanPropertiesTest {
  private static final int TRIES = 2_000;
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe");

  @TempDir Path folder;

  private static Instant random(Random random, Instant from, Duration within) {
    return from.plusSeconds((long) (random.nextDouble() * within.toSeconds()));
  }

  @Test
  void planCoversWhatIsKeptOfTheRangeExactlyOnce() {
    Random random = new Random(46);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < TRIES; i++) {
      Instant now = random(random, start, Duration.ofDays(365));
      @Nullable Instant created =
          random.nextBoolean()
              ? null
              : random(random, now.minus(Duration.ofDays(20)), Duration.ofDays(20));
      MonitoredInstance instance =
          InstanceDays.instance("us-east-1", "c", "c-1", "db.r5.large", Role.WRITER, created, now);
      TimeRange week =
          ReviewWeek.of(
                  now.minus(Duration.ofDays(random.nextInt(21))),
                  ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))))
              .range();
      TimeRange range = random.nextBoolean() ? null : week;
      List<CollectPlan.DayTask> tasks =
          new CollectPlan(range, Set.of(), 1)
              .tasks(List.of(instance), now).stream()
                  .sorted(Comparator.comparing(task -> task.range().from()))
                  .toList();

      checkDays(tasks, now);
      checkUnion(tasks, range, created, instance, now);
    }
  }

  /**
   * Each task lies within its UTC day, no day appears twice, and a task is whole only if its day is
   * over.
   */
  private static void checkDays(List<CollectPlan.DayTask> tasks, Instant now) {
    Set<LocalDate> days = new HashSet<>();
    for (CollectPlan.DayTask task : tasks) {
      Instant day = task.day().atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant end = day.plus(Duration.ofDays(1));
      assertThat(days.add(task.day())).as("%s once", task.day()).isTrue();
      assertThat(task.range().from()).isAfterOrEqualTo(day).isBefore(end);
      assertThat(task.range().to()).isBeforeOrEqualTo(end).isBeforeOrEqualTo(now);
      if (task.whole()) {
        assertThat(task.range().to()).isEqualTo(end);
        assertThat(now).isAfter(end);
      }
    }
  }

  /** The days follow each other, from the first requested instant to the last. */
  private static void checkUnion(
      List<CollectPlan.DayTask> tasks,
      @Nullable TimeRange range,
      @Nullable Instant created,
      MonitoredInstance instance,
      Instant now) {
    for (int i = 1; i < tasks.size(); i++) {
      assertThat(tasks.get(i).range().from()).isEqualTo(tasks.get(i - 1).range().to());
    }
    Instant end = now.minus(Duration.ofMinutes(2));
    Instant wanted = range == null ? CollectPlan.kept(instance, now) : range.from();
    if (created != null && created.isAfter(wanted)) {
      wanted = created;
    }
    Instant until = range == null || range.to().isAfter(end) ? end : range.to();
    if (wanted.plusSeconds(3600).isBefore(until)) {
      assertThat(tasks).isNotEmpty();
      assertThat(tasks.get(0).range().from()).isBeforeOrEqualTo(wanted);
      assertThat(Duration.between(tasks.get(tasks.size() - 1).range().to(), until))
          .isLessThan(Duration.ofMinutes(1));
    }
  }

  @ParameterizedTest(name = "{0} in {1} has {2} hours")
  @CsvSource({
    "2026-W13, Europe/Berlin, 167",
    "2026-W43, Europe/Berlin, 169",
    "2026-W10, America/New_York, 167",
    "2026-W44, America/New_York, 169",
    "2026-W46, Asia/Tokyo, 168"
  })
  void weekIsDividedByItsRealDuration(String label, String zone, int hours) {
    ReviewWeek week = ReviewWeek.parse(label, ZoneId.of(zone));
    Instant from = week.range().from();
    MonitoredInstance instance =
        InstanceDays.instance("us-east-1", "c", "c-1", "db.r5.large", Role.WRITER, from);
    Random random = new Random(hours);
    Set<Instant> missing = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      missing.add(from.plusSeconds(60L * random.nextInt(60 * hours)));
    }
    try (Archive archive = EmulatedAws.archive(folder)) {
      archive.addInventory(List.of(instance));
      for (CollectPlan.DayTask task :
          new CollectPlan(week.range(), Set.of(), 1)
              .tasks(List.of(instance), week.range().to().plus(Duration.ofDays(3)))) {
        archive.putDay(
            InstanceDays.day(instance, task.day(), at -> missing.contains(at) ? Double.NaN : 3),
            task.whole());
      }
      ClusterLoad load = archive.load("c", week, 0);
      int minutes = 60 * hours;

      assertThat(week.range().duration()).isEqualTo(Duration.ofHours(hours));
      assertThat(load.minutes()).isEqualTo(minutes);
      assertThat(load.coverage().expectedMinutes()).isEqualTo(minutes);
      assertThat(load.coverage().observedMinutes()).isEqualTo(minutes - missing.size());
      assertThat(archive.contents().coverage(load.cluster(), week.zone()))
          .containsEntry(label, (double) (minutes - missing.size()) / minutes);
      assertThat(archive.contents().hourlyCoverage(load.cluster(), week.range())).hasSize(hours);
      assertThat(load.history().get(0).totalAas()).hasSize(hours).containsOnly(3.0);
    }
  }
}
