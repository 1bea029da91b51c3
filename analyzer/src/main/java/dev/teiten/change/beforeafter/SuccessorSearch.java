package dev.teiten.change.beforeafter;

import dev.teiten.change.LoadThresholds;
import dev.teiten.change.ShiftFinding;
import dev.teiten.change.StatementLikeness;
import dev.teiten.change.beforeafter.BeforeAfterComparison.Successor;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.KnownValues;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Searches the likely successor of a query that is called less since a moment: a new query that
 * looks alike and has about the calls or the load that the query lost. It is a guess.
 */
final class SuccessorSearch {
  /** A query lost calls if this part of the expected calls, or less, is left, 0..1. */
  private static final double MAX_LEFT = 0.8;

  /** The largest ratio of two similar amounts. */
  private static final double MAX_RATIO = 4;

  // A successor that was fixed at the same time may be far cheaper.
  private static final double MIN_LOAD_RATIO = 0.05;

  private final List<QueryHistory> queries;
  private final BeforeAfterDays days;
  private final double trafficRatio;

  SuccessorSearch(List<QueryHistory> queries, BeforeAfterDays days) {
    this.queries = queries;
    this.days = days;
    double[] ratios =
        queries.stream()
            .filter(query -> loadBefore(query) >= ShiftFinding.MIN_AAS)
            .mapToDouble(query -> callsAfter(query) / callsBefore(query))
            .filter(ratio -> ratio > 0 && ratio < Double.POSITIVE_INFINITY)
            .toArray();
    trafficRatio = ratios.length == 0 ? 1 : KnownValues.highMedian(ratios);
  }

  private double callsBefore(QueryHistory query) {
    return days.before(query.callsPerSecond()).mean();
  }

  private double callsAfter(QueryHistory query) {
    return days.after(query.callsPerSecond()).mean();
  }

  private double loadBefore(QueryHistory query) {
    return days.before(query.loadAas()).mean();
  }

  private double loadAfter(QueryHistory query) {
    return days.after(query.loadAas()).mean();
  }

  Optional<Successor> of(QueryHistory query) {
    double expected = callsBefore(query) * trafficRatio;
    double lost = expected - callsAfter(query);
    if (!(callsAfter(query) < MAX_LEFT * expected)) {
      return Optional.empty();
    }
    double lostAas = loadBefore(query) * lost / expected;
    return queries.stream()
        .filter(other -> other != query && isNew(other))
        .filter(
            other ->
                StatementLikeness.areAlike(query.group().statement(), other.group().statement()))
        .filter(other -> isSimilarAmount(other, lost, lostAas))
        .min(
            Comparator.comparing((QueryHistory other) -> !sameFamily(query, other))
                .thenComparingDouble(other -> logDistance(callsAfter(other), lost)))
        .map(other -> new Successor(other.group().fingerprint(), callsAfter(other) / lost));
  }

  private boolean isSimilarAmount(QueryHistory other, double lostCalls, double lostAas) {
    double load = loadAfter(other) / lostAas;
    return logDistance(callsAfter(other), lostCalls) < Math.log(MAX_RATIO)
        || (load > MIN_LOAD_RATIO && load < MAX_RATIO);
  }

  private boolean isNew(QueryHistory other) {
    double now = loadAfter(other);
    double before = loadBefore(other);
    return now > 0 && !(before >= LoadThresholds.NEW_PART * now);
  }

  private static double logDistance(double a, double b) {
    return a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : Double.POSITIVE_INFINITY;
  }

  private static boolean sameFamily(QueryHistory query, QueryHistory other) {
    String family = query.group().statement().family();
    return family.equals(other.group().statement().family());
  }
}
