package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.InstanceKey;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCoverage;
import dev.teiten.load.TimeUnits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the covered hours of each instance and day, from the minutes of some weeks. */
final class InstanceCoverageReader {
  /** Collects are rarely farther apart, so a departure is noticed within this time. */
  private static final Duration NOTICED_WITHIN = Duration.ofDays(7);

  private final Map<WeekFiles, CoarseWeek> weeks;
  private final Map<InstanceKey, Instant> goneAt;
  private final Map<String, Instant> firstData = new HashMap<>();
  private final Map<String, Instant> endOfData = new HashMap<>();
  private final Instant end;

  /**
   * @param goneAt when each departed instance was known to be gone
   */
  InstanceCoverageReader(Map<WeekFiles, CoarseWeek> weeks, Map<InstanceKey, Instant> goneAt) {
    this.weeks = weeks;
    this.goneAt = goneAt;
    this.end =
        weeks.keySet().stream()
            .map(week -> week.range().to())
            .max(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    weeks.forEach(
        (week, coarse) ->
            coarse.totals().forEach((id, total) -> noteData(id, total, week.start())));
  }

  /** Notes the first minute with data and the end of the last. */
  private void noteData(String id, double[] total, Instant start) {
    int first = 0;
    int last = total.length;
    while (first < last && Double.isNaN(total[first])) {
      first++;
    }
    while (last > first && Double.isNaN(total[last - 1])) {
      last--;
    }
    firstData.merge(id, start.plus(first, ChronoUnit.MINUTES), (a, b) -> a.isBefore(b) ? a : b);
    endOfData.merge(id, start.plus(last, ChronoUnit.MINUTES), (a, b) -> a.isAfter(b) ? a : b);
  }

  /** The coverage by week, without the days of single instances. */
  Map<WeekFiles, InstanceCoverage> weeks() {
    Map<WeekFiles, InstanceCoverage> coverage = new HashMap<>();
    weeks.forEach(
        (week, coarse) -> {
          Map<String, double[]> covered = new HashMap<>();
          for (Instance instance : week.cluster().instances()) {
            double[] total = coarse.totals().get(instance.resourceId());
            covered.put(instance.resourceId(), covered(week, instance, total));
          }
          coverage.put(week, new InstanceCoverage(covered, Map.of()));
        });
    return coverage;
  }

  /** By day, as in {@link InstanceCoverage}; hours of a day outside its life are not covered. */
  private double[] covered(WeekFiles week, Instance instance, double @Nullable [] total) {
    Instant from = livedFrom(instance);
    Instant to = livedTo(week, instance);
    double[] covered = new double[TimeUnits.DAYS_PER_WEEK];
    Instant next = week.start();
    int minute = 0;
    for (int day = 0; day < covered.length; day++) {
      Instant midnight = next;
      next = week.week().monday().plusDays(day + 1).atStartOfDay(week.week().zone()).toInstant();
      int endMinute = minute + (int) midnight.until(next, ChronoUnit.MINUTES);
      boolean lived = from.isBefore(next) && to.isAfter(midnight);
      covered[day] = lived ? coveredShare(total, minute, endMinute) : Double.NaN;
      minute = endMinute;
    }
    return covered;
  }

  /** The share of hours with data in half of their minutes: single missing minutes do not count. */
  private static double coveredShare(double @Nullable [] total, int from, int to) {
    int hours = 0;
    for (int hour = from; total != null && hour < to; hour += TimeUnits.MINUTES_PER_HOUR) {
      int minutes = 0;
      for (int i = hour; i < hour + TimeUnits.MINUTES_PER_HOUR; i++) {
        minutes += Double.isNaN(total[i]) ? 0 : 1;
      }
      hours += 2 * minutes >= TimeUnits.MINUTES_PER_HOUR ? 1 : 0;
    }
    return (double) hours * TimeUnits.MINUTES_PER_HOUR / (to - from);
  }

  private Instant livedFrom(Instance instance) {
    Instant createdAt = instance.createdAt();
    return createdAt != null
        ? createdAt
        : firstData.getOrDefault(instance.resourceId(), Instant.MIN);
  }

  /** A collect notices a departure late, so a departed instance lived until its data ended. */
  private Instant livedTo(WeekFiles week, Instance instance) {
    String id = instance.resourceId();
    Instant gone = goneAt.get(new InstanceKey(week.cluster().region(), id));
    return gone == null || gone.isAfter(end.plus(NOTICED_WITHIN))
        ? Instant.MAX
        : endOfData.getOrDefault(id, Instant.MIN);
  }

  /**
   * The files, in all weeks, of the instances that have no data on a day of some week while others
   * have.
   */
  static List<Path> filesWithGaps(Map<WeekFiles, InstanceCoverage> coverage) {
    Set<String> ids = new HashSet<>();
    coverage.values().forEach(week -> ids.addAll(week.missingWhileOthersReport()));
    return coverage.keySet().stream()
        .flatMap(week -> week.files().stream())
        .filter(file -> ids.contains(ArchiveFiles.instanceOf(file)))
        .distinct()
        .toList();
  }
}
