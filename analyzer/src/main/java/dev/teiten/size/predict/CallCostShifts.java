package dev.teiten.size.predict;

import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries whose work per call changed for good within the reviewed week, by a deploy or another
 * plan. The week shows them at both levels, and the next week will show the last level only.
 */
final class CallCostShifts {
  private static final int DAYS = TimeUnits.DAYS_PER_WEEK;

  /** Days needed on each side of a shift. */
  private static final int MIN_DAYS = 2;

  /** The logarithm of the smallest change that matters. */
  private static final double MIN_CHANGE = Math.log(1.1);

  /** The least change over its standard error, for ten queries and seven possible places. */
  private static final double MIN_SCORE = 8;

  /** The standard deviation of a day's logarithm by sampling alone. */
  private static final double MIN_DEVIATION = 0.01;

  /**
   * The change of one query.
   *
   * @param work of the query in the reviewed week, as it was
   * @param minute of the week at which the new level begins
   * @param factor of the new level over the old one
   */
  private record CallCostShift(String digest, WeekWork work, int minute, double factor) {}

  private final List<CallCostShift> shifts;

  private CallCostShifts(List<CallCostShift> shifts) {
    this.shifts = List.copyOf(shifts);
  }

  static CallCostShifts of(ClusterWork work, TimeRange week) {
    List<CallCostShift> shifts = new ArrayList<>();
    for (DailyCallCost query : DailyCallCost.heaviest(work, week)) {
      CallCostShift shift = mostSignificant(query, work);
      if (shift != null) {
        shifts.add(shift);
      }
    }
    return new CallCostShifts(shifts);
  }

  /**
   * The most significant shift, between two days or within a day that has both levels. Such a day
   * is counted at the dearer level. Null if none is significant.
   */
  private static @Nullable CallCostShift mostSignificant(DailyCallCost query, ClusterWork cluster) {
    CallCostShift best = null;
    double highestScore = MIN_SCORE;
    for (int before = MIN_DAYS; before <= DAYS - MIN_DAYS; before++) {
      for (int from = before; from <= Math.min(before + 1, DAYS - MIN_DAYS); from++) {
        double change = query.mean(from, DAYS) - query.mean(0, before);
        double squares = query.squares(0, before) + query.squares(from, DAYS);
        int days = before + DAYS - from;
        double deviation = Math.max(MIN_DEVIATION, Math.sqrt(squares / (days - 2)));
        double error = deviation * Math.sqrt(1.0 / before + 1.0 / (DAYS - from));
        if (Math.abs(change) >= MIN_CHANGE && Math.abs(change) > highestScore * error) {
          highestScore = Math.abs(change) / error;
          int minute = TimeUnits.MINUTES_PER_DAY * (change > 0 ? from : before);
          WeekWork work = cluster.of(List.of(query.digest()));
          best = new CallCostShift(query.digest(), work, minute, Math.exp(change));
        }
      }
    }
    return best;
  }

  /** Whether no query has changed. */
  boolean none() {
    return shifts.isEmpty();
  }

  /**
   * The weeks if every call had cost what it cost at the last level.
   *
   * @param weeks oldest first, the reviewed one last
   */
  List<WeekWork> ahead(List<WeekWork> weeks) {
    WeekWork reviewed = weeks.get(weeks.size() - 1);
    WeekWork before = reviewed;
    WeekWork after = reviewed;
    for (CallCostShift shift : shifts) {
      before = before.plus(shift.work, shift.minute, Integer.MAX_VALUE, 1 / shift.factor - 1);
      after = after.plus(shift.work, 0, shift.minute, shift.factor - 1);
    }
    List<WeekWork> ahead = new ArrayList<>();
    for (WeekWork week : weeks.subList(0, weeks.size() - 1)) {
      ahead.add(week.scaled(before, after));
    }
    ahead.add(after);
    return ahead;
  }

  /** The work of a query in the reviewed week, if every call had cost the last level. */
  WeekWork ahead(WeekWork query, Collection<String> digests) {
    WeekWork ahead = query;
    for (CallCostShift shift : shifts) {
      if (digests.contains(shift.digest)) {
        ahead = ahead.plus(shift.work, 0, shift.minute, shift.factor - 1);
      }
    }
    return ahead;
  }
}
