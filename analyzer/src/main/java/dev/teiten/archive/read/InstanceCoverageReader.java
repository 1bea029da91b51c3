package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCoverage;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.TimeUnits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
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
  private final Map<String, Instant> firstData = new HashMap<>();
  private final Map<String, Instant> endOfData = new HashMap<>();
  private final Instant end;

  InstanceCoverageReader(Map<WeekFiles, CoarseWeek> weeks) {
    this.weeks = weeks;
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

  /** By day, as in {@link InstanceCoverage}. */
  private double[] covered(WeekFiles week, Instance instance, double @Nullable [] total) {
    BitSet living = living(week, instance);
    double[] covered = new double[TimeUnits.DAYS_PER_WEEK];
    Instant next = week.start();
    int minute = 0;
    for (int day = 0; day < covered.length; day++) {
      Instant midnight = next;
      next = week.week().monday().plusDays(day + 1).atStartOfDay(week.week().zone()).toInstant();
      int endMinute = minute + (int) midnight.until(next, ChronoUnit.MINUTES);
      covered[day] = coveredShare(living, total, minute, endMinute);
      minute = endMinute;
    }
    return covered;
  }

  /**
   * The share of the lived hours with data in half of their lived minutes: single missing minutes
   * do not count. {@code NaN} if the instance did not live.
   */
  private static double coveredShare(BitSet living, double @Nullable [] total, int from, int to) {
    int lived = 0;
    int covered = 0;
    for (int hour = from; hour < to; hour += TimeUnits.MINUTES_PER_HOUR) {
      int livedOfHour = 0;
      int known = 0;
      for (int i = hour; i < hour + TimeUnits.MINUTES_PER_HOUR; i++) {
        livedOfHour += living.get(i) ? 1 : 0;
        known += total == null || Double.isNaN(total[i]) ? 0 : 1;
      }
      lived += livedOfHour;
      covered += 2 * known >= livedOfHour ? livedOfHour : 0;
    }
    return lived == 0 ? Double.NaN : (double) covered / lived;
  }

  private BitSet living(WeekFiles week, Instance instance) {
    MemberTimeline member = week.timeline().of(instance);
    BitSet living = member.livingMinutes(week.range());
    String id = instance.resourceId();
    if (member.born() == null) {
      clear(living, week.start(), Instant.MIN, firstData.getOrDefault(id, Instant.MIN));
    }
    Instant died = member.died();
    // A collect notices a departure late, so a departed instance lived until its data ended.
    if (died != null && !died.isAfter(end.plus(NOTICED_WITHIN))) {
      clear(living, week.start(), endOfData.getOrDefault(id, Instant.MIN), Instant.MAX);
    }
    return living;
  }

  private static void clear(BitSet minutes, Instant start, Instant from, Instant to) {
    int size = minutes.length();
    int first = minute(start, from, size);
    minutes.clear(first, Math.max(first, minute(start, to, size)));
  }

  private static int minute(Instant start, Instant instant, int size) {
    if (!instant.isAfter(start)) {
      return 0;
    }
    return instant.isBefore(start.plus(size, ChronoUnit.MINUTES))
        ? (int) start.until(instant, ChronoUnit.MINUTES)
        : size;
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
