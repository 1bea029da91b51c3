package dev.teiten.size.demand;

import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the queries whose work per call changed for good within the reviewed week, by a deploy or
 * another plan.
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

  private CallCostShifts() {}

  static List<QueryLevelChange> of(ClusterWork work, TimeRange week) {
    List<QueryLevelChange> shifts = new ArrayList<>();
    for (DailyCallCost query : DailyCallCost.heaviest(work, week)) {
      QueryLevelChange shift = mostSignificant(query, work);
      if (shift != null) {
        shifts.add(shift);
      }
    }
    return shifts;
  }

  /**
   * The most significant shift, between two days or within a day that has both levels. Such a day
   * is counted at the dearer level. Null if none is significant.
   */
  private static @Nullable QueryLevelChange mostSignificant(
      DailyCallCost query, ClusterWork cluster) {
    QueryLevelChange best = null;
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
          List<String> digests = List.of(query.digest());
          best = QueryLevelChange.byFactor(digests, cluster.of(digests), minute, Math.exp(change));
        }
      }
    }
    return best;
  }
}
