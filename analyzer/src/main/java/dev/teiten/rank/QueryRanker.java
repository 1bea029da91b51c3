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
import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.scan.Dialect;
import dev.teiten.rank.GoneQueries.GoneQuery;
import dev.teiten.rank.RankIntervals.RankInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ranks the queries of a cluster by their load, and classifies their changes. */
public final class QueryRanker {
  /** The series of a week that a ranking reads; sizing needs more. */
  public static final LoadSelection WANTED =
      new LoadSelection(
          List.of(
              InstanceCounter.CPU_UTILISATION,
              InstanceCounter.VCPUS,
              InstanceCounter.ACU_ALLOCATED,
              InstanceCounter.ACU_MAXIMUM),
          false);

  private final Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers;
  private final long seed;

  /**
   * @param normalizers the statement reader of each dialect
   * @param seed of the bootstrap of the rank intervals; equal seeds give equal rankings
   */
  public QueryRanker(
      Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers, long seed) {
    this.normalizers = normalizers;
    this.seed = seed;
  }

  /**
   * The ranking of the reviewed week. {@code LOAD} orders by mean load. {@code PEAK} orders by the
   * fall, in cores, of the 99th percentile of the cluster's CPU work without the query, then by the
   * query's part of the peak minutes. {@code SAVINGS} orders as {@code PEAK}; sizing has to tell
   * the worth of each fix before {@link Ranking#bySavings} completes the order. Without CPU work
   * all three order by load, with a warning.
   */
  public Ranking rank(ClusterLoad load, Ranking.Order order) {
    // The two are independent: statements are read while the CPU work is attributed.
    CompletableFuture<List<QueryGroup>> groups = CompletableFuture.supplyAsync(() -> groups(load));
    CpuWork work = CpuWork.of(load);
    return rank(load, groups.join(), work, order);
  }

  /** The ranking of {@link #rank(ClusterLoad, Ranking.Order)}, with known CPU work. */
  public Ranking rank(ClusterLoad load, CpuWork work, Ranking.Order order) {
    return rank(load, groups(load), work, order);
  }

  private List<QueryGroup> groups(ClusterLoad load) {
    return QueryGroups.of(load, normalizers.apply(Dialect.of(load.cluster().engine())));
  }

  private Ranking rank(
      ClusterLoad load, List<QueryGroup> groups, CpuWork work, Ranking.Order order) {
    LoadTable table = new LoadTable(load, work.digests());
    List<QueryLoad> queries =
        groups.stream().map(table::of).filter(query -> query.loadAas() > 0).toList();
    Map<String, Double> now = new HashMap<>();
    queries.forEach(query -> now.put(query.group().fingerprint(), query.loadAas()));
    ClusterHistory history = new ClusterHistory(load, groups, work);
    ChangeClassifier changes = new ChangeClassifier(load, history, now);
    PeakMinutes peak = new PeakMinutes(work, new DayGrid(load.week()));
    ListCut cut = new ListCut(load.week(), work.digests());
    FigureHints figures = new FigureHints(load, queries);
    List<RankCandidate> ranked =
        queries.parallelStream()
            .map(query -> candidate(query, peak, history, changes, figures.of(query), cut))
            .sorted(RankCandidate.order(order))
            .toList();
    List<GoneQuery> departures = GoneQueries.of(history, changes);
    RenamedQueries renamed = new RenamedQueries(departures, ranked);
    RankingWarnings warnings = new RankingWarnings(load.warnings());
    warnings.data(load, table.totalAas(), listedAas(ranked));
    warnings.peak(work, peak, order);
    warnings.history(load, history, changes);
    warnings.statistics(ranked);
    warnings.addAll(renamed.warnings());
    warnings.addAll(new ScatteredQueries(ranked).warnings());
    List<Ranking.Gone> gone = departures.stream().map(d -> d.gone(renamed)).toList();
    List<BackgroundContributor> background = new BackgroundSearch(load, work, peak).contributors();
    background.forEach(agent -> warnings.addAll(List.of(agent.warning())));
    return ranking(
        load,
        table,
        work,
        peak,
        ranked,
        order,
        background,
        gone,
        warnings.sentences(),
        cut.otherByHour(),
        formerIds(groups));
  }

  private static Map<String, String> formerIds(List<QueryGroup> groups) {
    Map<String, String> formerIds = new HashMap<>();
    for (QueryGroup group : groups) {
      group.formerIds().forEach(former -> formerIds.putIfAbsent(former, group.fingerprint()));
    }
    return formerIds;
  }

  private static RankCandidate candidate(
      QueryLoad query,
      PeakMinutes peak,
      ClusterHistory history,
      ChangeClassifier changes,
      List<Hint> hints,
      ListCut cut) {
    String fingerprint = query.group().fingerprint();
    List<@Nullable Double> weeks = new ArrayList<>();
    for (double week : history.sparkline(fingerprint, query.loadAas())) {
      weeks.add(Double.isNaN(week) ? null : week);
    }
    return new RankCandidate(
        query,
        peak.of(query.group().digests()),
        Collections.unmodifiableList(weeks),
        changes.of(fingerprint),
        hints,
        cut.highestAas(query.group(), query.loadAas()));
  }

  private static double listedAas(List<RankCandidate> ranked) {
    return ranked.stream().mapToDouble(c -> c.load().loadAas()).sum();
  }

  private Ranking ranking(
      ClusterLoad load,
      LoadTable table,
      CpuWork work,
      PeakMinutes peak,
      List<RankCandidate> ranked,
      Ranking.Order order,
      List<BackgroundContributor> background,
      List<Ranking.Gone> gone,
      List<Sentence> warnings,
      List<@Nullable Double> otherByHour,
      Map<String, String> formerIds) {
    Double total = table.totalAas();
    List<RankInterval> intervals = intervals(table, peak, ranked, order);
    List<Contributor> contributors = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      contributors.add(
          ranked.get(i).contributor(i + 1, intervals.get(i), total == null ? 0 : total));
    }
    return new Ranking(
        load.cluster().name(),
        load.week(),
        load.coverage().share(),
        total,
        total == null ? null : Math.max(0, total - listedAas(ranked)),
        peak.minutes().length,
        peak.loadAas(),
        peak.dayCount(),
        work.explainedShare(),
        contributors,
        background,
        gone,
        warnings,
        otherByHour,
        formerIds);
  }

  private List<RankInterval> intervals(
      LoadTable table, PeakMinutes peak, List<RankCandidate> ranked, Ranking.Order order) {
    if (order == Ranking.Order.LOAD || peak.minutes().length == 0) {
      List<RankInterval> drawn =
          RankIntervals.of(
              ranked,
              (c, days) -> c.load().loadAas(days, table.coveredByDay(), table.livedShares()),
              seed);
      return RankIntervals.widened(
          drawn,
          ranked.stream().mapToDouble(c -> c.load().loadAas()).toArray(),
          ranked.stream().mapToDouble(RankCandidate::mostAas).toArray());
    }
    return RankIntervals.of(ranked, (c, days) -> -percentile(c.peak(), days), seed);
  }

  /** The peak without the query, in cores: the lower, the higher the rank. */
  private static double percentile(@Nullable PeakPart part, int[] timesOfDay) {
    return part == null ? Double.MAX_VALUE : part.without().percentile(timesOfDay);
  }
}
