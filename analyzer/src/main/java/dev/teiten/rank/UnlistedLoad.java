package dev.teiten.rank;

import dev.teiten.change.history.DayGrid;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.KnownValues;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WeekLoad;
import java.util.Arrays;
import java.util.List;

/** The load that belongs to no digest, by day of the reviewed week and of the week before. */
final class UnlistedLoad {
  private final double[] before;
  private final double[] now;
  private final double[] totalNow;

  /**
   * @param weeks at least two, the reviewed one last
   */
  UnlistedLoad(List<WeekLoad> weeks) {
    WeekLoad reviewed = weeks.get(weeks.size() - 1);
    before = unlisted(weeks.get(weeks.size() - 2));
    now = unlisted(reviewed);
    totalNow = totals(reviewed);
  }

  private static double[] unlisted(WeekLoad week) {
    double[] unlisted = totals(week);
    DayGrid days = new DayGrid(week.week());
    for (DigestLoad load : week.days()) {
      int day = days.dayOf(load.from());
      if (day >= 0) {
        unlisted[day] -= load.loadAas();
      }
    }
    return unlisted;
  }

  private static double[] totals(WeekLoad week) {
    DayGrid days = new DayGrid(week.week());
    double[] totals = new double[DayGrid.COUNT];
    Arrays.setAll(
        totals,
        day ->
            KnownValues.mean(
                Arrays.copyOfRange(
                    week.totalAas(),
                    days.from(day) / TimeUnits.MINUTES_PER_HOUR,
                    days.to(day) / TimeUnits.MINUTES_PER_HOUR)));
    return totals;
  }

  /**
   * Whether a load may hide here: from {@code fromDay} to Sunday the unlisted load is a large part
   * of the total, and grew by at least {@code loadAas}.
   */
  boolean mayHold(double loadAas, int fromDay) {
    double unlisted = mean(now, fromDay);
    return unlisted > RankingWarnings.MAX_OTHER * mean(totalNow, fromDay)
        && unlisted - mean(before, fromDay) >= loadAas;
  }

  private static double mean(double[] days, int fromDay) {
    return KnownValues.mean(Arrays.copyOfRange(days, fromDay, DayGrid.COUNT));
  }
}
