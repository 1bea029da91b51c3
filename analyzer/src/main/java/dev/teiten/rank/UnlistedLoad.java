package dev.teiten.rank;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.WeekLoad;
import java.util.Arrays;
import java.util.List;

/** The load that belongs to no digest, by day of the reviewed week and of the one before. */
final class UnlistedLoad {
  private final double[] before;
  private final double[] now;
  private final double[] totalNow;

  /**
   * @param weeks two at least, the reviewed one last
   */
  UnlistedLoad(List<WeekLoad> weeks) {
    WeekLoad reviewed = weeks.get(weeks.size() - 1);
    before = of(weeks.get(weeks.size() - 2));
    now = of(reviewed);
    totalNow = totals(reviewed);
  }

  private static double[] of(WeekLoad week) {
    double[] others = totals(week);
    DayGrid days = new DayGrid(week.week());
    for (DigestLoad load : week.days()) {
      int day = days.dayOf(load.from());
      if (day >= 0) {
        others[day] -= load.loadAas();
      }
    }
    return others;
  }

  private static double[] totals(WeekLoad week) {
    DayGrid days = new DayGrid(week.week());
    double[] totals = new double[DayGrid.COUNT];
    Arrays.setAll(
        totals,
        day ->
            QueryHistory.mean(
                Arrays.copyOfRange(week.totalAas(), days.from(day) / 60, days.to(day) / 60)));
    return totals;
  }

  /**
   * Whether a load may have gone there: from a day to Sunday it is much of all, and has grown by as
   * much as that load at least.
   */
  boolean mayHold(double loadAas, int fromDay) {
    double own = mean(now, fromDay);
    return own > RankingWarnings.MAX_OTHER * mean(totalNow, fromDay)
        && own - mean(before, fromDay) >= loadAas;
  }

  private static double mean(double[] days, int fromDay) {
    return QueryHistory.mean(Arrays.copyOfRange(days, fromDay, DayGrid.COUNT));
  }
}
