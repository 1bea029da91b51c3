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

/** What one query waits for, from some weekday to Sunday, on the instances that are compared. */
final class WaitsPerCall {
  private final ClusterHistory history;
  private final MissingInstanceDays silence;
  private final Set<String> digests;
  private final int fromDay;

  WaitsPerCall(ClusterHistory history, QueryGroup group, int fromDay) {
    this.history = history;
    this.silence = history.silence(group);
    this.digests = Set.copyOf(group.digests());
    this.fromDay = fromDay;
  }

  /** Seconds a call spends in each wait over some weeks. */
  Map<WaitEvent, Double> perCall(int fromWeek, int toWeek) {
    Sums sums = new Sums();
    for (int w = fromWeek; w < toWeek; w++) {
      WeekLoad week = history.weeks().get(w);
      add(sums, w, week.days(), "", 1);
      int now = w;
      week.instanceCoverage().daysPerInstance().forEach((id, days) -> add(sums, now, days, id, -1));
    }
    return sums.perCall();
  }

  /**
   * @param instance whose days they are, to be taken off where it is left out; empty for all
   */
  private void add(Sums sums, int w, List<DigestLoad> loads, String instance, int sign) {
    DayGrid days = new DayGrid(history.weeks().get(w).week());
    for (DigestLoad load : loads) {
      int day = days.dayOf(load.from());
      boolean counts =
          day >= fromDay
              && digests.contains(load.digest())
              && !silence.isUnknown(w, day)
              && (instance.isEmpty() || silence.isLeftOut(instance, day));
      if (counts) {
        sums.add(load, sign);
      }
    }
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
