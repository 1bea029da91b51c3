package dev.teiten.size.demand;

import dev.teiten.change.QueryChange;
import dev.teiten.load.TimeRange;
import dev.teiten.rank.Contributor;
import dev.teiten.rank.Ranking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queries that changed for good within the reviewed week: by a deploy, another plan, more calls
 * or their first call.
 */
public final class QueryLevels {
  private final List<QueryLevelChange> changes;
  private final List<QueryLevelChange> ofCallCost;

  private QueryLevels(List<QueryLevelChange> changes, List<QueryLevelChange> ofCallCost) {
    this.changes = List.copyOf(changes);
    this.ofCallCost = List.copyOf(ofCallCost);
  }

  /**
   * The work of a call is compared between the days of the week alone. All other changes are those
   * that the ranking found against the weeks before, from any hour on.
   */
  public static QueryLevels of(ClusterWork work, TimeRange week, Ranking ranking) {
    List<QueryLevelChange> ofCallCost = CallCostShifts.of(work, week);
    List<QueryLevelChange> changes = new ArrayList<>(ofCallCost);
    WeekWork reviewed = work.week();
    for (Contributor query : ranking.contributors()) {
      Instant since = query.change().since();
      if (since != null
          && since.isAfter(week.from())
          && since.isBefore(week.to())
          && changes.stream()
              .allMatch(known -> Collections.disjoint(known.digests(), query.sourceDigests()))) {
        int minute = Math.toIntExact(Duration.between(week.from(), since).toMinutes());
        QueryLevelChange rise = rise(query, work, reviewed, minute);
        if (rise != null) {
          changes.add(rise);
        }
      }
    }
    return new QueryLevels(changes, ofCallCost);
  }

  /** A fall is not carried on: it may end. */
  private static @Nullable QueryLevelChange rise(
      Contributor query, ClusterWork cluster, WeekWork reviewed, int minute) {
    QueryChange change = query.change();
    Double effect = change.effect();
    return switch (change.kind()) {
      case NEW ->
          QueryLevelChange.appeared(
              query.sourceDigests(), cluster.of(query.sourceDigests()), reviewed, minute);
      case REGRESSED, TRAFFIC_UP ->
          effect == null || effect <= 0
              ? null
              : QueryLevelChange.byFactor(
                  query.sourceDigests(), cluster.of(query.sourceDigests()), minute, 1 + effect);
      default -> null;
    };
  }

  /** The changes of the work of a call alone, which the week itself shows for sure. */
  public QueryLevels ofCallCost() {
    return new QueryLevels(ofCallCost, ofCallCost);
  }

  /** Whether no query has changed. */
  public boolean none() {
    return changes.isEmpty();
  }

  /** The reviewed week at the last level of every query. */
  WeekWork after(WeekWork reviewed) {
    WeekWork after = reviewed;
    for (QueryLevelChange change : changes) {
      after = after.replacing(change.work(), change.after());
    }
    return after;
  }

  /** The reviewed week at the first level of every query. */
  WeekWork before(WeekWork reviewed) {
    WeekWork before = reviewed;
    for (QueryLevelChange change : changes) {
      before = before.replacing(change.work(), change.before());
    }
    return before;
  }

  /** The work of a query in the reviewed week at its last level. */
  public WeekWork ahead(WeekWork query, Collection<String> digests) {
    WeekWork ahead = query;
    for (QueryLevelChange change : changes) {
      if (!Collections.disjoint(change.digests(), digests)) {
        ahead = ahead.replacing(change.work(), change.after());
      }
    }
    return ahead;
  }
}
