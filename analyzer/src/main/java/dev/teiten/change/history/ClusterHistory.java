package dev.teiten.change.history;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import dev.teiten.load.WeekLoad;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Every query by week and day, the reviewed week last. */
public final class ClusterHistory {
  /** A week of which less is covered is no replicate. */
  private static final double MIN_COVERAGE = 0.7;

  private final List<WeekLoad> weeks;
  private final Map<String, QueryGroup> byDigest = new HashMap<>();
  private final Map<String, QueryHistory> byFingerprint = new LinkedHashMap<>();
  // By fingerprint and resource id, of instances that are silent while others are heard.
  private final Map<String, Map<String, QueryHistory>> parts = new HashMap<>();
  private final Map<String, MissingInstanceDays> silences = new HashMap<>();
  private final ReviewWeek reviewed;

  public ClusterHistory(ClusterLoad load, List<QueryGroup> groups, CpuWork cpu) {
    reviewed = load.week();
    weeks =
        load.history().stream()
            .filter(week -> week.week().equals(reviewed) || isCovered(week, MIN_COVERAGE))
            .toList();
    for (QueryGroup group : groups) {
      byFingerprint.put(group.fingerprint(), QueryHistory.empty(group, weeks.size()));
      group.digests().forEach(digest -> byDigest.put(digest, group));
    }
    HourProfiles profiles = new HourProfiles(load);
    for (int w = 0; w < weeks.size(); w++) {
      read(w, QueueStretch.of(weeks.get(w), cpu, load, profiles));
    }
    List<InstanceCoverage> heard = weeks.stream().map(WeekLoad::instanceCoverage).toList();
    byFingerprint.forEach(
        (fingerprint, query) -> {
          MissingInstanceDays silence =
              new MissingInstanceDays(query, parts.getOrDefault(fingerprint, Map.of()), heard);
          silence.apply();
          silences.put(fingerprint, silence);
        });
  }

  /** By all instances, or by the one that is heard most: silent ones are left out apart. */
  static boolean isCovered(WeekLoad week, double share) {
    return Math.max(week.coverage().share(), week.instanceCoverage().highestShare()) >= share;
  }

  private void read(int w, QueueStretch stretch) {
    DayGrid days = new DayGrid(weeks.get(w).week());
    boolean[] listed = new boolean[DayGrid.COUNT];
    for (DigestLoad load : weeks.get(w).days()) {
      int day = days.dayOf(load.from());
      QueryGroup group = byDigest.get(load.digest());
      if (day >= 0 && group != null) {
        listed[day] = true;
        add(of(group), w, day, load, stretch.of(load.digest(), day));
      }
    }
    for (QueryHistory history : byFingerprint.values()) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        history.seenAas()[w][day] = listed[day] ? history.loadAas()[w][day] : Double.NaN;
        history.loadAas()[w][day] = history.seenAas()[w][day];
      }
    }
    weeks
        .get(w)
        .instanceCoverage()
        .daysPerInstance()
        .forEach((id, apart) -> readPart(w, id, apart, stretch));
  }

  private void readPart(int w, String instance, List<DigestLoad> apart, QueueStretch stretch) {
    DayGrid days = new DayGrid(weeks.get(w).week());
    for (DigestLoad load : apart) {
      int day = days.dayOf(load.from());
      QueryGroup group = byDigest.get(load.digest());
      if (day >= 0 && group != null) {
        QueryHistory part =
            parts
                .computeIfAbsent(group.fingerprint(), f -> new TreeMap<>())
                .computeIfAbsent(instance, i -> QueryHistory.empty(group, weeks.size()));
        add(part, w, day, load, stretch.of(load.digest(), day));
      }
    }
  }

  private QueryHistory of(QueryGroup group) {
    return Objects.requireNonNull(byFingerprint.get(group.fingerprint()));
  }

  private static void add(QueryHistory history, int w, int day, DigestLoad load, double stretch) {
    history.loadAas()[w][day] += load.loadAas();
    Double calls = load.statistics().get(DigestStatistic.CALLS_PER_SECOND);
    if (calls != null) {
      history.countedAas()[w][day] += load.loadAas();
      history.workAas()[w][day] += work(load, stretch);
      history.callsPerSecond()[w][day] += calls;
      history.rowsPerSecond()[w][day] +=
          load.statistics().getOrDefault(DigestStatistic.ROWS_EXAMINED_PER_SECOND, 0.0);
    }
  }

  /** What a query does itself: CPU without the queue, and I/O. */
  public static double work(DigestLoad load, double stretch) {
    double work = 0;
    for (Map.Entry<WaitEvent, Double> wait : load.waits().entrySet()) {
      WaitClass waitClass = wait.getKey().waitClass();
      if (waitClass == WaitClass.CPU) {
        work += wait.getValue() / stretch;
      } else if (waitClass == WaitClass.TABLE_IO) {
        work += wait.getValue();
      }
    }
    return work;
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

  /** By week and day, whether the day has 23 or 25 hours: a job may run twice in it, or never. */
  public boolean[][] clockChanges() {
    boolean[][] changes = new boolean[weeks.size()][DayGrid.COUNT];
    for (int w = 0; w < changes.length; w++) {
      DayGrid days = new DayGrid(weeks.get(w).week());
      for (int day = 0; day < DayGrid.COUNT; day++) {
        changes[w][day] = days.to(day) - days.from(day) != 1440;
      }
    }
    return changes;
  }

  /** What is left out of the history of a query. */
  public MissingInstanceDays silence(QueryGroup group) {
    return Objects.requireNonNull(silences.get(group.fingerprint()));
  }

  /** By resource id, on how many days an instance was silent while another was heard. */
  public Map<String, Integer> silentDays() {
    Map<String, Integer> days = new HashMap<>();
    for (WeekLoad week : weeks) {
      for (String id : week.instanceCoverage().missingWhileOthersReport()) {
        days.merge(id, week.instanceCoverage().daysMissing(id), Integer::sum);
      }
    }
    return days;
  }

  public List<QueryHistory> queries() {
    return List.copyOf(byFingerprint.values());
  }

  public List<WeekLoad> weeks() {
    return weeks;
  }

  /**
   * Mean load by week, oldest first; {@code now} for the reviewed week, {@code NaN} for a week
   * without data.
   */
  public double[] sparkline(String fingerprint, double now) {
    QueryHistory history = byFingerprint.get(fingerprint);
    if (weeks.isEmpty() || history == null) {
      return new double[] {now};
    }
    int length =
        1 + (int) ChronoUnit.WEEKS.between(weeks.get(0).week().monday(), reviewed.monday());
    double[] loads = new double[length];
    Arrays.fill(loads, Double.NaN);
    for (int w = 0; w < before(); w++) {
      long back = ChronoUnit.WEEKS.between(weeks.get(w).week().monday(), reviewed.monday());
      loads[length - 1 - (int) back] = history.weekLoad(w);
    }
    loads[length - 1] = now;
    return loads;
  }
}
