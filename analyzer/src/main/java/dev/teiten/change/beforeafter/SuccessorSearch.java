package dev.teiten.change.beforeafter;

import dev.teiten.change.LoadThresholds;
import dev.teiten.change.ShiftFinding;
import dev.teiten.change.StatementLikeness;
import dev.teiten.change.beforeafter.BeforeAfterComparison.Successor;
import dev.teiten.change.history.QueryHistory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who took over from a query that is called less since a moment. Nothing is certain: what is
 * offered is new, looks alike, and is about as much as the other lost.
 */
final class SuccessorSearch {
  private static final double LEFT = 0.8;
  private static final double SIMILAR = 4;
  // What was fixed in the same breath may be far cheaper.
  private static final double CHEAPEST = 0.05;

  private final List<QueryHistory> queries;
  private final BeforeAfterDays phases;
  private final double trafficRatio;

  SuccessorSearch(List<QueryHistory> queries, BeforeAfterDays phases) {
    this.queries = queries;
    this.phases = phases;
    double[] ratios =
        queries.stream()
            .filter(q -> phases.mean(q.loadAas(), false) >= ShiftFinding.MIN_AAS)
            .mapToDouble(q -> callsAfter(q) / callsBefore(q))
            .filter(ratio -> ratio > 0 && ratio < Double.POSITIVE_INFINITY)
            .sorted()
            .toArray();
    trafficRatio = ratios.length == 0 ? 1 : ratios[ratios.length / 2];
  }

  private double callsBefore(QueryHistory query) {
    return phases.mean(query.callsPerSecond(), false);
  }

  private double callsAfter(QueryHistory query) {
    return phases.mean(query.callsPerSecond(), true);
  }

  private double loadBefore(QueryHistory query) {
    return phases.mean(query.loadAas(), false);
  }

  private double loadAfter(QueryHistory query) {
    return phases.mean(query.loadAas(), true);
  }

  Optional<Successor> of(QueryHistory query) {
    double expected = callsBefore(query) * trafficRatio;
    double lost = expected - callsAfter(query);
    if (!(callsAfter(query) < LEFT * expected)) {
      return Optional.empty();
    }
    double lostAas = loadBefore(query) * lost / expected;
    return queries.stream()
        .filter(other -> other != query && isNew(other))
        .filter(
            other -> StatementLikeness.alike(query.group().statement(), other.group().statement()))
        .filter(other -> isAsMuch(other, lost, lostAas))
        .min(
            Comparator.comparing((QueryHistory other) -> !sameFamily(query, other))
                .thenComparingDouble(other -> apart(callsAfter(other), lost)))
        .map(other -> new Successor(other.group().fingerprint(), callsAfter(other) / lost));
  }

  private boolean isAsMuch(QueryHistory other, double lostCalls, double lostAas) {
    double load = loadAfter(other) / lostAas;
    return apart(callsAfter(other), lostCalls) < Math.log(SIMILAR)
        || (load > CHEAPEST && load < SIMILAR);
  }

  private boolean isNew(QueryHistory other) {
    double now = loadAfter(other);
    double before = loadBefore(other);
    return now > 0 && !(before >= LoadThresholds.NEW_PART * now);
  }

  private static double apart(double a, double b) {
    return a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : Double.POSITIVE_INFINITY;
  }

  private static boolean sameFamily(QueryHistory query, QueryHistory other) {
    String family = query.group().statement().family();
    return family.equals(other.group().statement().family());
  }
}
