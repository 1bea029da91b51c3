package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCoverage;
import dev.teiten.load.KnownValues;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WeekLoad;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads weeks coarsely: digests by day and hour, total load by hour, CPU utilization by minute.
 * Weeks that are over are read from their summaries, and summaries are written where they are
 * missing.
 */
final class HistoryReader {
  private static final int WEEKS_AT_A_TIME = 8;

  private final Path root;
  private final ArchiveEngine engine;

  /**
   * @param root the archive's folder
   */
  HistoryReader(Path root, ArchiveEngine engine) {
    this.root = root;
    this.engine = engine;
  }

  /**
   * @param weeks of one zone, oldest first
   */
  List<WeekLoad> read(List<WeekFiles> weeks) {
    Map<WeekFiles, CoarseWeek> coarse = coarse(weeks);
    Map<WeekFiles, InstanceCoverage> coverage =
        withDaysPerInstance(weeks, new InstanceCoverageReader(coarse).weeks());
    return weeks.stream()
        .map(
            week ->
                load(
                    week,
                    Objects.requireNonNull(coarse.get(week)),
                    Objects.requireNonNull(coverage.get(week))))
        .toList();
  }

  /**
   * The weeks without what is known of single instances, some at a time, because weeks that are not
   * summarised yet need much memory.
   *
   * @param weeks of one zone, oldest first
   */
  List<WeekLoad> readWithoutInstances(List<WeekFiles> weeks) {
    List<WeekLoad> loads = new ArrayList<>();
    for (int from = 0; from < weeks.size(); from += WEEKS_AT_A_TIME) {
      List<WeekFiles> some = weeks.subList(from, Math.min(weeks.size(), from + WEEKS_AT_A_TIME));
      Map<WeekFiles, CoarseWeek> coarse = coarse(some);
      for (WeekFiles week : some) {
        CoarseWeek known = Objects.requireNonNull(coarse.get(week));
        loads.add(load(week, known, InstanceCoverage.UNKNOWN));
      }
    }
    return loads;
  }

  private Map<WeekFiles, CoarseWeek> coarse(List<WeekFiles> weeks) {
    Map<WeekFiles, CoarseWeek> coarse = new HashMap<>();
    Map<WeekFiles, CoarseWeekFile> missing = new LinkedHashMap<>();
    for (WeekFiles week : weeks) {
      CoarseWeekFile summary = CoarseWeekFile.of(root, week);
      summary
          .read()
          .ifPresentOrElse(stored -> coarse.put(week, stored), () -> missing.put(week, summary));
    }
    coarse.putAll(new CoarseWeekReader(engine).read(List.copyOf(missing.keySet())));
    missing.forEach((week, summary) -> summary.write(Objects.requireNonNull(coarse.get(week))));
    return coarse;
  }

  /** Adds the days per instance where an instance has no data while others have; such are few. */
  private Map<WeekFiles, InstanceCoverage> withDaysPerInstance(
      List<WeekFiles> weeks, Map<WeekFiles, InstanceCoverage> coverage) {
    List<Path> files = InstanceCoverageReader.filesWithGaps(coverage);
    if (files.isEmpty()) {
      return coverage;
    }
    Map<ReviewWeek, Map<String, List<DigestLoad>>> days =
        new DigestDayReader(engine, weeks).byInstance(files);
    coverage.replaceAll(
        (week, covered) ->
            new InstanceCoverage(covered.covered(), days.getOrDefault(week.week(), Map.of())));
    return coverage;
  }

  private WeekLoad load(WeekFiles week, CoarseWeek coarse, InstanceCoverage coverage) {
    return new WeekLoad(
        week.week(),
        coverage(week, coarse.totals()),
        hourly(coarse.totals(), week),
        coarse.days(),
        coarse.cpu(),
        coverage,
        coarse.hours());
  }

  private static MinuteCoverage coverage(WeekFiles week, Map<String, double[]> totals) {
    ClusterTimeline timeline = week.timeline();
    MinuteCoverage coverage = new MinuteCoverage(0, 0);
    for (MemberTimeline member : timeline.unseen(week.range())) {
      coverage = coverage.plus(member.coverage(week.range(), 0));
    }
    for (Instance instance : week.cluster().instances()) {
      MemberTimeline member = timeline.of(instance);
      double[] total = totals.get(instance.resourceId());
      coverage =
          coverage.plus(
              total == null
                  ? member.coverage(week.range(), 0)
                  : member.coverage(week.range(), total));
    }
    return coverage;
  }

  /**
   * The sum over instances of their means, each times the part of the hour in which it ran; an
   * instance without data in an hour adds nothing.
   */
  private static double[] hourly(Map<String, double[]> totals, WeekFiles week) {
    double[] hours = new double[Math.toIntExact(week.range().duration().toHours())];
    Arrays.fill(hours, Double.NaN);
    totals.forEach(
        (id, total) -> {
          BitSet living =
              week.timeline()
                  .find(id)
                  .map(member -> member.livingMinutes(week.range(), total))
                  .orElseGet(BitSet::new);
          for (int hour = 0; hour < hours.length; hour++) {
            int from = hour * TimeUnits.MINUTES_PER_HOUR;
            int to = from + TimeUnits.MINUTES_PER_HOUR;
            double mean = KnownValues.mean(Arrays.copyOfRange(total, from, to));
            if (!Double.isNaN(mean)) {
              double lived = living.get(from, to).cardinality();
              double part = mean * lived / TimeUnits.MINUTES_PER_HOUR;
              hours[hour] = part + (Double.isNaN(hours[hour]) ? 0 : hours[hour]);
            }
          }
        });
    return hours;
  }
}
