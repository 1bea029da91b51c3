package dev.teiten.rank;

import dev.teiten.change.ChangeClassifier;
import dev.teiten.change.QueryChange;
import dev.teiten.change.ShiftFinding;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.KnownValues;
import java.util.ArrayList;
import java.util.List;

/** Finds the queries that ran in the weeks before and no longer run. */
final class GoneQueries {
  /** A query is gone if at most this part of its load is left, 0..1. */
  private static final double MAX_LEFT = 0.05;

  private GoneQueries() {}

  /**
   * A query that no longer runs.
   *
   * @param fromDay the first day (0 is Monday) without it
   * @param loadAasBefore its mean load in the last week before, from that day to Sunday, AAS
   */
  record GoneQuery(QueryGroup group, int fromDay, double loadAasBefore) {
    Ranking.Gone gone(RenamedQueries renamed) {
      return new Ranking.Gone(
          group.fingerprint(),
          group.statement().text(),
          loadAasBefore,
          renamed.perhapsNow(group.fingerprint()));
    }
  }

  /**
   * The queries that are missing up to the end of the week, the heaviest first. From some day to
   * Sunday at most a twentieth of the load of the same days in the last week before is left, and
   * that load was at least 0.05 AAS. A query that ran in less than half of the weeks before may be
   * away at times. A query that still ran earlier in the week must have run on the missing days of
   * every week before. A query that may be among the digests that the source no longer lists is not
   * gone, and neither is one that moved to other hours.
   */
  static List<GoneQuery> of(ClusterHistory history, ChangeClassifier changes) {
    List<GoneQuery> departures = new ArrayList<>();
    if (!history.isComparable()) {
      return departures;
    }
    UnlistedLoad unlisted = new UnlistedLoad(history.weeks());
    for (QueryHistory query : history.queries()) {
      for (int fromDay = 0; fromDay < DayGrid.COUNT; fromDay++) {
        double before = meanLoad(query, history.before() - 1, fromDay);
        if (hasLeft(query, history.before(), fromDay)
            && !unlisted.mayHold(before, fromDay)
            && !mayBeUnlisted(query, history.before(), fromDay)
            && kind(changes, query) != QueryChange.Kind.MOVED_IN_TIME) {
          departures.add(new GoneQuery(query.group(), fromDay, before));
          break;
        }
      }
    }
    departures.sort((a, b) -> Double.compare(b.loadAasBefore(), a.loadAasBefore()));
    return departures;
  }

  private static QueryChange.Kind kind(ChangeClassifier changes, QueryHistory query) {
    return changes.of(query.group().fingerprint()).kind();
  }

  /** Whether half of the load before would not reach the lists of the reviewed week. */
  private static boolean mayBeUnlisted(QueryHistory query, int reviewed, int fromDay) {
    double unlisted = KnownValues.mean(query.unlistedAas().week(reviewed, fromDay));
    return unlisted > meanLoad(query, reviewed - 1, fromDay) / 2;
  }

  /** Mean load of a week from a day to Sunday, AAS; {@code NaN} if none of the days is known. */
  private static double meanLoad(QueryHistory query, int week, int fromDay) {
    return KnownValues.mean(query.loadAas().week(week, fromDay));
  }

  private static boolean hasLeft(QueryHistory query, int reviewed, int fromDay) {
    double before = meanLoad(query, reviewed - 1, fromDay);
    double left = meanLoad(query, reviewed, fromDay);
    // Sunday has to be known: a query without data is not gone.
    boolean isSundayKnown = !Double.isNaN(query.loadAas().value(reviewed, DayGrid.COUNT - 1));
    if (!isSundayKnown || !(before >= ShiftFinding.MIN_AAS) || !(left < MAX_LEFT * before)) {
      return false;
    }
    int weeks = 0;
    for (int w = 0; w < reviewed; w++) {
      double load = meanLoad(query, w, fromDay);
      weeks += (fromDay == 0 ? load > 0 : load >= before / 2) ? 1 : 0;
    }
    return fromDay == 0 ? 2 * weeks > reviewed - 1 : weeks == reviewed;
  }
}
