package dev.teiten.rank;

import dev.teiten.change.ShiftFinding;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What ran in the weeks before and no more. */
final class GoneQueries {
  private static final double LEFT_OVER = 0.05;

  private GoneQueries() {}

  /**
   * A query that has left, with its history.
   *
   * @param fromDay the first day (0 is Monday) without it
   * @param loadAasBefore in the last week before, from that day to Sunday
   */
  record GoneQuery(QueryGroup group, int fromDay, double loadAasBefore) {
    Ranking.Gone gone(RenamedQueries lineage) {
      return new Ranking.Gone(
          group.fingerprint(),
          group.statement().text(),
          loadAasBefore,
          lineage.perhapsNow(group.fingerprint()));
    }
  }

  /**
   * The queries that are missing up to the end of the week: from some day to Sunday at most a
   * twentieth is left of what was, in the last week before, at least 0.05 AAS on the same days. A
   * query that ran in less than half of the weeks before is expected to be away at times; one that
   * ran earlier in the week must have been there on those days in every week. What may be among the
   * digests that the source no longer lists is not gone.
   */
  static List<GoneQuery> of(ClusterHistory history) {
    List<GoneQuery> departures = new ArrayList<>();
    if (!history.isComparable()) {
      return departures;
    }
    UnlistedLoad unlisted = new UnlistedLoad(history.weeks());
    for (QueryHistory query : history.queries()) {
      for (int fromDay = 0; fromDay < DayGrid.COUNT; fromDay++) {
        double before = tail(query, history.before() - 1, fromDay);
        if (hasLeft(query, history.before(), fromDay) && !unlisted.mayHold(before, fromDay)) {
          departures.add(new GoneQuery(query.group(), fromDay, before));
          break;
        }
      }
    }
    departures.sort((a, b) -> Double.compare(b.loadAasBefore(), a.loadAasBefore()));
    return departures;
  }

  /** Mean load of a week from a day to Sunday; {@code NaN} if none of the days is known. */
  private static double tail(QueryHistory query, int week, int fromDay) {
    return QueryHistory.mean(Arrays.copyOfRange(query.loadAas()[week], fromDay, DayGrid.COUNT));
  }

  private static boolean hasLeft(QueryHistory query, int reviewed, int fromDay) {
    double before = tail(query, reviewed - 1, fromDay);
    double left = tail(query, reviewed, fromDay);
    // Sunday has to be known: what is not seen is not gone.
    boolean known = !Double.isNaN(query.loadAas()[reviewed][DayGrid.COUNT - 1]);
    if (!known || !(before >= ShiftFinding.MIN_AAS) || !(left < LEFT_OVER * before)) {
      return false;
    }
    int weeks = 0;
    for (int w = 0; w < reviewed; w++) {
      double own = tail(query, w, fromDay);
      weeks += (fromDay == 0 ? own > 0 : own >= before / 2) ? 1 : 0;
    }
    return fromDay == 0 ? 2 * weeks > reviewed - 1 : weeks == reviewed;
  }
}
