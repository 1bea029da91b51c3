package dev.teiten.size.predict;

import dev.teiten.load.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries whose work a call changed for good within the reviewed week, by a deploy or another plan.
 * The week shows them at both levels, the week to come will at the last one only.
 */
final class CallCostShifts {
  private static final int DAYS = DailyCallCost.DAYS;

  /** Of either level, that it is one. */
  private static final int LEAST_DAYS = 2;

  /** The logarithm of the smallest change that matters. */
  private static final double LEAST = Math.log(1.1);

  /** A change over its standard error, for ten queries and seven places where it may be. */
  private static final double SURE = 8;

  /** Days cannot be known better: the logarithm's standard deviation by sampling. */
  private static final double LEAST_DEVIATION = 0.01;

  /**
   * One query.
   *
   * @param work of it in the reviewed week, as it was
   * @param minute of the week from which on it has its new level
   * @param factor of the new level over the one before
   */
  private record CallCostShift(String digest, WeekWork work, int minute, double factor) {}

  private final List<CallCostShift> shifts;

  private CallCostShifts(List<CallCostShift> shifts) {
    this.shifts = List.copyOf(shifts);
  }

  static CallCostShifts of(ClusterWork work, TimeRange week) {
    List<CallCostShift> shifts = new ArrayList<>();
    for (DailyCallCost query : DailyCallCost.heaviest(work, week)) {
      CallCostShift shift = shift(query, work);
      if (shift != null) {
        shifts.add(shift);
      }
    }
    return new CallCostShifts(shifts);
  }

  /**
   * The surest place between two days, or around one that has both levels. Such a day is taken at
   * the dearer one, whatever its hours had.
   */
  private static @Nullable CallCostShift shift(DailyCallCost query, ClusterWork work) {
    CallCostShift surest = null;
    double most = SURE;
    for (int before = LEAST_DAYS; before <= DAYS - LEAST_DAYS; before++) {
      for (int from = before; from <= Math.min(before + 1, DAYS - LEAST_DAYS); from++) {
        double change = query.mean(from, DAYS) - query.mean(0, before);
        double squares = query.squares(0, before) + query.squares(from, DAYS);
        int days = before + DAYS - from;
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares / (days - 2)));
        double error = deviation * Math.sqrt(1.0 / before + 1.0 / (DAYS - from));
        if (Math.abs(change) >= LEAST && Math.abs(change) > most * error) {
          most = Math.abs(change) / error;
          int minute = DayPeaks.MINUTES_A_DAY * (change > 0 ? from : before);
          WeekWork own = work.of(List.of(query.digest()));
          surest = new CallCostShift(query.digest(), own, minute, Math.exp(change));
        }
      }
    }
    return surest;
  }

  /** Whether every query cost the same all week. */
  boolean none() {
    return shifts.isEmpty();
  }

  /**
   * The weeks as they would have been at the last level.
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

  /** The work of a query of these digests in the reviewed week, at the last level. */
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
