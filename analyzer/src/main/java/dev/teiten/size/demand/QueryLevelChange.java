package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.List;

/**
 * A lasting change of one query within the reviewed week. The week shows both levels, and the next
 * week will show the last level only.
 *
 * @param digests that the query has at the source
 * @param work of the query in the reviewed week, as it was
 * @param before its work if the whole week had had the first level
 * @param after its work if the whole week had had the last level
 */
record QueryLevelChange(List<String> digests, WeekWork work, WeekWork before, WeekWork after) {

  QueryLevelChange {
    digests = List.copyOf(digests);
  }

  /**
   * A query whose work changed by a factor.
   *
   * @param minute of the week at which the new level begins
   */
  static QueryLevelChange byFactor(List<String> digests, WeekWork work, int minute, double factor) {
    return new QueryLevelChange(
        digests,
        work,
        work.plus(work, minute, Integer.MAX_VALUE, 1 / factor - 1),
        work.plus(work, 0, minute, factor - 1));
  }

  /**
   * A query that is new since a minute of the week. In the minutes before, it is taken to follow
   * the other work as it did in the same hour of the day since then, or in all hours where that
   * hour has not come yet.
   *
   * @param week the work of all queries
   */
  static QueryLevelChange appeared(List<String> digests, WeekWork work, WeekWork week, int minute) {
    WeekWork after =
        WeekWork.ofSessions(
            carried(work.writer(), week.writer(), minute),
            carried(work.readers(), week.readers(), minute));
    return new QueryLevelChange(digests, work, work.less(work, 1), after);
  }

  private static double[] carried(double[] query, double[] total, int minute) {
    int hours = TimeUnits.HOURS_PER_DAY;
    double[] own = new double[hours + 1];
    double[] others = new double[hours + 1];
    for (int t = minute; t < query.length; t++) {
      if (!Double.isNaN(query[t]) && !Double.isNaN(total[t])) {
        for (int sum : new int[] {hourOfDay(t), hours}) {
          own[sum] += query[t];
          others[sum] += Math.max(0, total[t] - query[t]);
        }
      }
    }
    double[] carried = query.clone();
    for (int t = 0; t < Math.min(minute, query.length); t++) {
      int from = others[hourOfDay(t)] > 0 ? hourOfDay(t) : hours;
      if (!Double.isNaN(query[t]) && others[from] > 0) {
        double likely = Math.max(0, total[t] - query[t]) * own[from] / others[from];
        carried[t] = Math.max(query[t], Double.isNaN(likely) ? 0 : likely);
      }
    }
    return carried;
  }

  private static int hourOfDay(int minute) {
    return minute / TimeUnits.MINUTES_PER_HOUR % TimeUnits.HOURS_PER_DAY;
  }
}
