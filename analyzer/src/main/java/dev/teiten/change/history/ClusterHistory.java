package dev.teiten.change.history;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WeekLoad;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every query of a cluster by week and day, the reviewed week last. */
public final class ClusterHistory {
  /** The least share of a week that must have data for the week to be a replicate, 0..1. */
  private static final double MIN_COVERAGE = 0.7;

  private final List<WeekLoad> weeks;
  private final Map<String, QueryHistory> byFingerprint = new LinkedHashMap<>();
  private final Map<String, MissingInstanceDays> missingDays = new HashMap<>();
  private final ListedHours hours;
  private final ReviewWeek reviewed;

  public ClusterHistory(ClusterLoad load, List<QueryGroup> groups, CpuWork cpu) {
    reviewed = load.week();
    weeks =
        load.history().stream()
            .filter(week -> week.week().equals(reviewed) || isCovered(week, MIN_COVERAGE))
            .toList();
    hours = new ListedHours(weeks, groups);
    HistoryBuilder builder = new HistoryBuilder(weeks, groups);
    HourProfiles profiles = new HourProfiles(load);
    for (int w = 0; w < weeks.size(); w++) {
      builder.addWeek(w, QueueStretch.of(weeks.get(w), cpu, load, profiles));
    }
    List<InstanceCoverage> coverage = weeks.stream().map(WeekLoad::instanceCoverage).toList();
    builder
        .queries(hours)
        .forEach(
            (fingerprint, query) -> {
              MissingInstanceDays missing =
                  new MissingInstanceDays(query, builder.parts(fingerprint), coverage);
              byFingerprint.put(fingerprint, missing.compared().withoutCutDays());
              missingDays.put(fingerprint, missing);
            });
  }

  /** True if the cluster, or its best-covered instance, reaches {@code share}. */
  static boolean isCovered(WeekLoad week, double share) {
    return Math.max(week.coverage().share(), week.instanceCoverage().highestShare()) >= share;
  }

  /** The number of weeks before the reviewed one. */
  public int before() {
    return hasReviewed() ? weeks.size() - 1 : weeks.size();
  }

  private boolean hasReviewed() {
    return !weeks.isEmpty() && weeks.get(weeks.size() - 1).week().equals(reviewed);
  }

  /** Whether the reviewed week has days to compare. */
  public boolean isComparable() {
    return hasReviewed() && before() > 0;
  }

  /** The days of 23 or 25 hours: a job may run twice on them, or never. */
  public DaySet clockChanges() {
    List<DayGrid> grids = weeks.stream().map(week -> new DayGrid(week.week())).toList();
    return DaySet.of(weeks.size(), (week, day) -> grids.get(week).isClockChange(day));
  }

  /** A query by hour of each week, oldest first. */
  public QueryHours hours(QueryGroup group) {
    return hours.hours(group);
  }

  /** The instances and days that are left out of the history of a query. */
  public MissingInstanceDays missingDays(QueryGroup group) {
    return Objects.requireNonNull(missingDays.get(group.fingerprint()));
  }

  /** By resource id, the number of days without data of an instance while another had data. */
  public Map<String, Integer> missingDayCounts() {
    Map<String, Integer> counts = new HashMap<>();
    for (WeekLoad week : weeks) {
      for (String id : week.instanceCoverage().missingWhileOthersReport()) {
        counts.merge(id, week.instanceCoverage().daysMissing(id), Integer::sum);
      }
    }
    return counts;
  }

  public List<QueryHistory> queries() {
    return List.copyOf(byFingerprint.values());
  }

  public List<WeekLoad> weeks() {
    return weeks;
  }

  /**
   * Mean load by week in AAS, oldest first, {@code NaN} for a week without data.
   *
   * @param now the load of the reviewed week, AAS
   */
  public double[] sparkline(String fingerprint, double now) {
    QueryHistory history = byFingerprint.get(fingerprint);
    if (weeks.isEmpty() || history == null) {
      return new double[] {now};
    }
    double[] loads = new double[1 + weeksBack(weeks.get(0))];
    Arrays.fill(loads, Double.NaN);
    for (int w = 0; w < before(); w++) {
      loads[loads.length - 1 - weeksBack(weeks.get(w))] = history.weekLoad(w);
    }
    loads[loads.length - 1] = now;
    return loads;
  }

  private int weeksBack(WeekLoad week) {
    return (int) ChronoUnit.WEEKS.between(week.week().monday(), reviewed.monday());
  }
}
