package dev.teiten.change.beforeafter;

import dev.teiten.change.beforeafter.BeforeAfterSeries.Measure;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryGroups;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.PeakPercentile;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.load.WeekLoad;
import dev.teiten.normalize.NormalizedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * The queries of a cluster before and after a moment, by whole days. A day after the moment is
 * compared with the same weekday of up to four weeks before, and of the moment's own week. The day
 * of the moment itself is left out.
 */
public final class BeforeAfterComparison {
  /** Whole weeks before the week of the moment. */
  public static final int WEEKS_BEFORE = 4;

  private final ClusterLoad load;
  private final CpuWork work;
  private final Instant moment;
  private final ClusterHistory history;
  private final BeforeAfterDays days;

  /**
   * @param load the last week to compare, with its history
   * @param work CPU work of the last week
   */
  public BeforeAfterComparison(
      ClusterLoad load,
      CpuWork work,
      Function<StatementText, NormalizedStatement> normalizer,
      Instant moment) {
    this.load = since(load, ReviewWeek.of(moment, load.week().zone()).plus(-WEEKS_BEFORE));
    this.work = work;
    this.moment = moment;
    this.history = new ClusterHistory(this.load, QueryGroups.of(this.load, normalizer), work);
    this.days = BeforeAfterDays.of(history.weeks().stream().map(WeekLoad::week).toList(), moment);
  }

  private static ClusterLoad since(ClusterLoad load, ReviewWeek first) {
    return load.history(
        load.history().stream()
            .filter(week -> !week.week().monday().isBefore(first.monday()))
            .toList());
  }

  /** The id now of a query that an earlier version named; every other id as it is. */
  public String currentId(String fingerprint) {
    return history.queries().stream()
        .map(QueryHistory::group)
        .filter(group -> group.formerIds().contains(fingerprint))
        .map(QueryGroup::fingerprint)
        .findFirst()
        .orElse(fingerprint);
  }

  /** Whether any digest of the weeks has this fingerprint. */
  public boolean hasQuery(String fingerprint) {
    return find(fingerprint).isPresent();
  }

  private Optional<QueryHistory> find(String fingerprint) {
    return history.queries().stream()
        .filter(query -> query.group().fingerprint().equals(fingerprint))
        .findFirst();
  }

  /** Mean load over the known days before the moment, AAS; {@code NaN} if there are none. */
  public double loadBeforeAas(String fingerprint) {
    return find(fingerprint).map(q -> days.before(q.loadAas()).mean()).orElse(Double.NaN);
  }

  /** Mean load over the known days after the moment, AAS; {@code NaN} if there are none. */
  public double loadAfterAas(String fingerprint) {
    return find(fingerprint).map(q -> days.after(q.loadAas()).mean()).orElse(Double.NaN);
  }

  /** The number of known days after the moment, whether the query ran on them or not. */
  public int daysAfter(String fingerprint) {
    return find(fingerprint).map(q -> days.countAfter(q.loadAas())).orElse(0);
  }

  /** Whether calls were counted on both sides of the moment. */
  public boolean isCounted(String fingerprint) {
    return find(fingerprint)
        .map(QueryHistory::callsPerSecond)
        .map(calls -> days.before(calls).mean() > 0 && days.after(calls).mean() > 0)
        .orElse(false);
  }

  /** The part of the load before the moment that is the query's own work, 0..1. */
  public double workShare(String fingerprint) {
    return find(fingerprint)
        .map(q -> days.before(q.workAas()).mean() / days.before(q.countedAas()).mean())
        .orElse(Double.NaN);
  }

  /**
   * The likely successor of a query that is called less since the moment: a new query of the same
   * family or the same tables, with about the calls or the load that the query lost.
   */
  public Optional<Successor> successor(String fingerprint) {
    return find(fingerprint)
        .flatMap(query -> new SuccessorSearch(history.queries(), days).of(query));
  }

  /**
   * The likely successor of a query.
   *
   * @param callsRatio its calls over the calls that the query lost
   */
  public record Successor(String fingerprint, double callsRatio) {}

  /**
   * The series of the sum of some queries.
   *
   * @param fingerprints at least one is known; unknown ones do not count
   */
  public BeforeAfterSeries series(Set<String> fingerprints, Measure measure) {
    return new BeforeAfterBuilder(history, days).build(fingerprints, measure);
  }

  /**
   * Relative change of the calls of some queries together, after the moment against the same
   * weekdays before. Empty without call counts on both sides.
   */
  public OptionalDouble trafficChange(Set<String> fingerprints) {
    QueryHistory sum = QueryHistory.sum(history.queries(), fingerprints);
    double change = days.shift(sum.callsPerSecond().log());
    return Double.isNaN(change) ? OptionalDouble.empty() : OptionalDouble.of(Math.expm1(change));
  }

  /**
   * How much higher the 99th percentile of the cluster's CPU work in the last week would be, in
   * cores, if some queries still took their work of before. Empty if CPU work is unknown.
   *
   * @param share the part of their work that is gone, below 1; below 0 if the work grew
   */
  public OptionalDouble releasedPeakCores(Set<String> fingerprints, double share) {
    double[] cluster = work.cluster();
    double[] queries = work.work(digests(fingerprints));
    List<Double> now = new ArrayList<>();
    List<Double> then = new ArrayList<>();
    long from = Duration.between(load.week().range().from(), moment).toMinutes();
    for (int t = (int) Math.max(0, from); t < cluster.length; t++) {
      if (!Double.isNaN(cluster[t])) {
        now.add(cluster[t]);
        then.add(cluster[t] + (1 / (1 - share) - 1) * queries[t]);
      }
    }
    return now.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(percentile(then) - percentile(now));
  }

  private static double percentile(List<Double> values) {
    return PeakPercentile.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private List<String> digests(Set<String> fingerprints) {
    return history.queries().stream()
        .filter(query -> fingerprints.contains(query.group().fingerprint()))
        .flatMap(query -> query.group().digests().stream())
        .toList();
  }
}
