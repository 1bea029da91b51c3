package dev.teiten.rank;

import dev.teiten.archive.read.LoadSelection;
import dev.teiten.change.ChangeClassifier;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryGroups;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.Sentence;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.rank.GoneQueries.GoneQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ranks the queries of a cluster by what they do to it, and says what changed. */
public final class QueryRanker {
  /** All that a ranking reads of a week; sizing wants more. */
  public static final LoadSelection WANTED =
      new LoadSelection(List.of(InstanceCounter.CPU_UTILISATION, InstanceCounter.VCPUS), false);

  private final Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers;
  private final long seed;

  /**
   * @param normalizers what reads the statements of a dialect
   * @param seed of the bootstrap behind the rank intervals; the same seed gives the same ranking
   */
  public QueryRanker(
      Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers, long seed) {
    this.normalizers = normalizers;
    this.seed = seed;
  }

  /**
   * The ranking of the reviewed week. {@code LOAD} orders by mean load. {@code PEAK} orders by the
   * cores that the 99th percentile of the cluster's CPU work would fall by without the query, then
   * by its part of the peak minutes. {@code SAVINGS} orders as {@code PEAK}, to be completed by
   * {@link Ranking#bySavings}: what a fix is worth is known only after sizing. Without CPU work all
   * three order by load, and a warning says so.
   */
  public Ranking rank(ClusterLoad load, Ranking.Order order) {
    // Neither needs the other: statements are read while the CPU work is shared out.
    CompletableFuture<List<QueryGroup>> groups = CompletableFuture.supplyAsync(() -> groups(load));
    CpuWork work = CpuWork.of(load);
    return rank(load, groups.join(), work, order);
  }

  /** As {@link #rank(ClusterLoad, Ranking.Order)}, for a caller that has the CPU work already. */
  public Ranking rank(ClusterLoad load, CpuWork work, Ranking.Order order) {
    return rank(load, groups(load), work, order);
  }

  private List<QueryGroup> groups(ClusterLoad load) {
    return QueryGroups.of(load, normalizers.apply(Dialect.of(load.cluster().engine())));
  }

  private Ranking rank(
      ClusterLoad load, List<QueryGroup> groups, CpuWork work, Ranking.Order order) {
    LoadTable table = new LoadTable(load.week(), work.digests());
    List<QueryLoad> queries =
        groups.stream().map(table::of).filter(query -> query.loadAas() > 0).toList();
    Map<String, Double> now = new HashMap<>();
    queries.forEach(query -> now.put(query.group().fingerprint(), query.loadAas()));
    ClusterHistory history = new ClusterHistory(load, groups, work);
    ChangeClassifier changes = new ChangeClassifier(load, history, now);
    PeakMinutes peak = new PeakMinutes(work, new DayGrid(load.week()));
    List<RankCandidate> ranked =
        queries.parallelStream()
            .map(query -> candidate(query, peak, history, changes))
            .sorted(RankCandidate.order(order))
            .toList();
    List<GoneQuery> departures = GoneQueries.of(history);
    RenamedQueries lineage = new RenamedQueries(departures, ranked);
    RankingWarnings warnings = new RankingWarnings(load.warnings());
    warnings.data(load, table.totalAas(), known(ranked));
    warnings.peak(work, peak, order);
    warnings.history(load, history, changes);
    warnings.statistics(ranked);
    warnings.addAll(lineage.warnings());
    List<Ranking.Gone> gone = departures.stream().map(d -> d.gone(lineage)).toList();
    return ranking(load, table, peak, ranked, order, gone, warnings.sentences());
  }

  private static RankCandidate candidate(
      QueryLoad query, PeakMinutes peak, ClusterHistory history, ChangeClassifier changes) {
    String fingerprint = query.group().fingerprint();
    List<@Nullable Double> weeks = new ArrayList<>();
    for (double week : history.sparkline(fingerprint, query.loadAas())) {
      weeks.add(Double.isNaN(week) ? null : week);
    }
    return new RankCandidate(
        query,
        peak.of(query.group().digests()),
        Collections.unmodifiableList(weeks),
        changes.of(fingerprint));
  }

  private static double known(List<RankCandidate> ranked) {
    return ranked.stream().mapToDouble(c -> c.load().loadAas()).sum();
  }

  private Ranking ranking(
      ClusterLoad load,
      LoadTable table,
      PeakMinutes peak,
      List<RankCandidate> ranked,
      Ranking.Order order,
      List<Ranking.Gone> gone,
      List<Sentence> warnings) {
    Double total = table.totalAas();
    int[][] intervals = intervals(table, peak, ranked, order);
    List<Contributor> contributors = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      contributors.add(ranked.get(i).contributor(i + 1, intervals[i], total == null ? 0 : total));
    }
    return new Ranking(
        load.cluster().name(),
        load.week(),
        load.coverage().share(),
        total,
        total == null ? null : Math.max(0, total - known(ranked)),
        peak.minutes().length,
        peak.loadAas(),
        peak.dayCount(),
        contributors,
        gone,
        warnings);
  }

  private int[][] intervals(
      LoadTable table, PeakMinutes peak, List<RankCandidate> ranked, Ranking.Order order) {
    if (order == Ranking.Order.LOAD || peak.minutes().length == 0) {
      return RankIntervals.of(
          ranked, (c, days) -> c.load().loadAas(days, table.coveredByDay()), seed);
    }
    return RankIntervals.of(ranked, (c, days) -> -percentile(c.peak(), days), seed);
  }

  /** What the peak would be without the query: the lower, the better it ranks. */
  private static double percentile(@Nullable PeakPart part, int[] timesOfDay) {
    return part == null ? Double.MAX_VALUE : part.without().percentile(timesOfDay);
  }
}
