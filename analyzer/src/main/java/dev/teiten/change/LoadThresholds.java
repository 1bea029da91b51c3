package dev.teiten.change;

import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.KnownValues;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The load of queries now and before, and whether it is enough for a change to matter. */
public final class LoadThresholds {
  /** A query is new if its load before was below this part of its load now, 0..1. */
  public static final double NEW_PART = 0.05;

  private static final double NEW_WEEKS = 0.25;
  // About one sample in a quarter of an hour; less is a statement run by hand.
  private static final double SEEN_AAS = 0.001;

  private final ClusterHistory history;
  private final Map<String, Double> now;

  /**
   * @param now load of the reviewed week by fingerprint, AAS
   */
  LoadThresholds(ClusterHistory history, Map<String, Double> now) {
    this.history = history;
    this.now = now;
  }

  double now(QueryHistory query) {
    return now.getOrDefault(query.group().fingerprint(), 0.0);
  }

  /**
   * Mean load of the weeks before, AAS; null if nothing is known. If instances are excluded, the
   * relative change of the compared instances is applied to the load of all instances.
   */
  @Nullable Double before(QueryHistory query) {
    double mean = query.meanLoad(0, history.before());
    if (history.isComparable() && history.missingDays(query.group()).excludesInstances()) {
      double compared = query.meanLoad(history.before(), history.before() + 1);
      mean *= compared > 0 ? now(query) / compared : 1;
    }
    return Double.isNaN(mean) ? null : mean;
  }

  /** Mean load of the weeks before on all instances, AAS; 0 if nothing is known. */
  private double seenBefore(QueryHistory query) {
    double[] weeks = new double[history.before()];
    Arrays.setAll(weeks, query::weekLoad);
    double mean = KnownValues.mean(weeks);
    return Double.isNaN(mean) ? 0 : mean;
  }

  /** Whether the query has enough load, now or before, for a change to matter. */
  boolean isMaterial(QueryHistory query) {
    return Math.max(now(query), seenBefore(query)) >= ShiftFinding.MIN_AAS;
  }

  boolean ranInBoth(QueryHistory query) {
    return now(query) > 0 && seenBefore(query) > 0;
  }

  /**
   * Whether the query ran on no instance before, in weeks of which at least half are known where it
   * runs now.
   */
  boolean isNew(QueryHistory query) {
    double load = now(query);
    int seen = 0;
    int known = 0;
    for (int w = 0; w < history.before(); w++) {
      seen += query.weekLoad(w) >= SEEN_AAS ? 1 : 0;
      known += query.meanLoad(w, w + 1) >= 0 ? 1 : 0;
    }
    return load >= ShiftFinding.MIN_AAS
        && seenBefore(query) < NEW_PART * load
        && seen < NEW_WEEKS * history.before()
        && 2 * known >= history.before();
  }

  /** Whether so much of a query's load may be unlisted, now or before, that it is unknown. */
  boolean isNearCut(QueryHistory query) {
    return query.isNearCut(history.before(), history.before() + 1)
        || (seenBefore(query) > 0 && query.isNearCut(0, history.before()));
  }

  QueryChange undecided(QueryHistory query) {
    return QueryChange.undecided(history.before() == 0 ? null : before(query));
  }

  /** No change found, or too little load for it to matter; the effect is that of the load. */
  QueryChange steady(QueryHistory query) {
    Double then = before(query);
    Double effect = then == null || then == 0 ? null : now(query) / then - 1;
    return new QueryChange(QueryChange.Kind.STEADY, then, effect, null, null, null, null, null);
  }
}
