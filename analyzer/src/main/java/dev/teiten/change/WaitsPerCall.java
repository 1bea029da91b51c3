package dev.teiten.change;

import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.MissingInstanceDays;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import dev.teiten.load.WeekLoad;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The waits of one query per call, from some weekday to Sunday, on the compared instances. */
final class WaitsPerCall {
  private final ClusterHistory history;
  private final MissingInstanceDays missingDays;
  private final Set<String> digests;
  private final int fromDay;
  private final List<DayGrid> grids;

  WaitsPerCall(ClusterHistory history, QueryGroup group, int fromDay) {
    this.history = history;
    this.missingDays = history.missingDays(group);
    this.digests = Set.copyOf(group.digests());
    this.fromDay = fromDay;
    this.grids = history.weeks().stream().map(week -> new DayGrid(week.week())).toList();
  }

  /** Seconds of each wait event per call over the weeks {@code [fromWeek, toWeek)}. */
  Map<WaitEvent, Double> perCall(int fromWeek, int toWeek) {
    Sums sums = new Sums();
    for (int w = fromWeek; w < toWeek; w++) {
      WeekLoad week = history.weeks().get(w);
      int index = w;
      week.days().forEach(load -> add(sums, index, load));
      week.instanceCoverage()
          .daysPerInstance()
          .forEach((id, loads) -> removeExcluded(sums, index, id, loads));
    }
    return sums.perCall();
  }

  private void add(Sums sums, int week, DigestLoad load) {
    int day = grids.get(week).dayOf(load.from());
    if (counts(load, week, day)) {
      sums.add(load, 1);
    }
  }

  /** Takes the days off on which an instance is excluded. */
  private void removeExcluded(Sums sums, int week, String instance, List<DigestLoad> loads) {
    for (DigestLoad load : loads) {
      int day = grids.get(week).dayOf(load.from());
      if (counts(load, week, day) && missingDays.isExcluded(instance, day)) {
        sums.add(load, -1);
      }
    }
  }

  private boolean counts(DigestLoad load, int week, int day) {
    return day >= fromDay && digests.contains(load.digest()) && !missingDays.isUnknown(week, day);
  }

  private static final class Sums {
    private final Map<WaitEvent, Double> waits = new TreeMap<>();
    private double calls;

    void add(DigestLoad load, int sign) {
      Double rate = load.statistics().get(DigestStatistic.CALLS_PER_SECOND);
      if (rate != null) {
        calls += sign * rate;
        load.waits().forEach((wait, aas) -> waits.merge(wait, sign * aas, Double::sum));
      }
    }

    Map<WaitEvent, Double> perCall() {
      waits.replaceAll((wait, aas) -> calls > 0 ? aas / calls : 0);
      return waits;
    }
  }
}
