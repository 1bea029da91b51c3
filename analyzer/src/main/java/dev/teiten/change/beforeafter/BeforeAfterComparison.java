package dev.teiten.change.beforeafter;

import dev.teiten.change.beforeafter.BeforeAfterSeries.Measure;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.QueryGroups;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.PeakPercentile;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
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
 * The queries of a cluster before and after a moment, by whole days. A day counts against the same
 * weekday of up to four weeks and the days of the moment's own week before it; the day of the
 * moment itself is left out.
 */
public final class BeforeAfterComparison {
  /** Whole weeks before the one of the moment. */
  public static final int WEEKS_BEFORE = 4;

  private final ClusterLoad load;
  private final CpuWork work;
  private final Instant moment;
  private final ClusterHistory history;
  private final BeforeAfterDays phases;

  /**
   * @param load the last week to look at, and weeks before it
   * @param work of that week
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
    this.phases = BeforeAfterDays.of(history.weeks().stream().map(w -> w.week()).toList(), moment);
  }

  private static ClusterLoad since(ClusterLoad load, ReviewWeek first) {
    return new ClusterLoad(
        load.cluster(),
        load.week(),
        load.instances(),
        load.history().stream()
            .filter(week -> !week.week().monday().isBefore(first.monday()))
            .toList(),
        load.statements(),
        load.coverage(),
        load.warnings(),
        load.orderable());
  }

  /** Whether any digest of the weeks has this fingerprint. */
  public boolean knows(String fingerprint) {
    return find(fingerprint).isPresent();
  }

  private Optional<QueryHistory> find(String fingerprint) {
    return history.queries().stream()
        .filter(query -> query.group().fingerprint().equals(fingerprint))
        .findFirst();
  }

  /** Mean load over the known days before the moment, AAS; {@code NaN} if there are none. */
  public double loadBeforeAas(String fingerprint) {
    return find(fingerprint).map(q -> phases.mean(q.loadAas(), false)).orElse(Double.NaN);
  }

  /** The same after the moment. */
  public double loadAfterAas(String fingerprint) {
    return find(fingerprint).map(q -> phases.mean(q.loadAas(), true)).orElse(Double.NaN);
  }

  /** How many days after the moment are known, whether the query ran on them or not. */
  public int daysAfter(String fingerprint) {
    return find(fingerprint).map(q -> phases.known(q.loadAas(), true)).orElse(0);
  }

  /** Whether calls were counted on both sides of the moment. */
  public boolean isCounted(String fingerprint) {
    return find(fingerprint)
        .map(QueryHistory::callsPerSecond)
        .map(calls -> phases.mean(calls, false) > 0 && phases.mean(calls, true) > 0)
        .orElse(false);
  }

  /** The part of the load before the moment that is the query's own work, 0..1. */
  public double workShare(String fingerprint) {
    return find(fingerprint)
        .map(q -> phases.mean(q.workAas(), false) / phases.mean(q.countedAas(), false))
        .orElse(Double.NaN);
  }

  /**
   * The query that one which is called less since the moment may run as now: one that is new, of
   * the same family or the same tables, and as many calls or as much load as the other lost.
   */
  public Optional<Successor> successor(String fingerprint) {
    return find(fingerprint)
        .flatMap(query -> new SuccessorSearch(history.queries(), phases).of(query));
  }

  /**
   * A query that another one runs as.
   *
   * @param callsRatio its calls over those that the other lost
   */
  public record Successor(String fingerprint, double callsRatio) {}

  /** These queries taken as one; those that are not known are left out. */
  public BeforeAfterSeries course(Set<String> fingerprints, Measure measure) {
    return new BeforeAfterBuilder(history, phases).make(fingerprints, measure);
  }

  /**
   * Relative change of the calls of these queries together: after the moment against the same
   * weekdays before. Empty without call counts on both sides.
   */
  public OptionalDouble trafficChange(Set<String> fingerprints) {
    QueryHistory all = QueryHistory.sum(history.queries(), fingerprints);
    double change = phases.shift(QueryHistory.log(all.callsPerSecond()));
    return Double.isNaN(change) ? OptionalDouble.empty() : OptionalDouble.of(Math.expm1(change));
  }

  /**
   * What the 99th percentile of the cluster's CPU work in the last week would be more, in cores, if
   * these queries still took what they took before; empty where CPU work is unknown.
   *
   * @param share of their work that is gone, below 1; below 0 where there is more
   */
  public OptionalDouble releasedPeakCores(Set<String> fingerprints, double share) {
    double[] cluster = work.cluster();
    double[] own = work.work(digests(fingerprints));
    List<Double> now = new ArrayList<>();
    List<Double> then = new ArrayList<>();
    long from = Duration.between(load.week().range().from(), moment).toMinutes();
    for (int t = (int) Math.max(0, from); t < cluster.length; t++) {
      if (!Double.isNaN(cluster[t])) {
        now.add(cluster[t]);
        then.add(cluster[t] + (1 / (1 - share) - 1) * own[t]);
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
