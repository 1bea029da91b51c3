package dev.teiten.rank;

import dev.teiten.change.ChangeClassifier;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryGroup;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Sentence;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.rank.GoneQueries.GoneQuery;
import dev.teiten.rank.RankIntervals.RankInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queries of a week with their loads, peaks and changes, before they are ordered. It is costly
 * to make, and each order of it is cheap.
 */
public final class RankingBasis {
  private final ClusterLoad load;
  private final CpuWork work;
  private final long seed;
  private final LoadTable table;
  private final PeakMinutes peak;
  private final ListCut cut;
  private final ClusterHistory history;
  private final ChangeClassifier changes;
  private final List<RankCandidate> candidates;
  private final List<GoneQuery> departures;
  private final List<BackgroundContributor> background;
  private final Map<String, String> formerIds;

  /**
   * @param groups the queries of the week and of those before
   * @param seed of the bootstrap of the rank intervals
   */
  RankingBasis(ClusterLoad load, List<QueryGroup> groups, CpuWork work, long seed) {
    this.load = load;
    this.work = work;
    this.seed = seed;
    table = new LoadTable(load, work.digests());
    List<QueryLoad> queries =
        groups.stream().map(table::of).filter(query -> query.loadAas() > 0).toList();
    Map<String, Double> now = new HashMap<>();
    queries.forEach(query -> now.put(query.group().fingerprint(), query.loadAas()));
    history = new ClusterHistory(load, groups, work);
    changes = new ChangeClassifier(load, history, now);
    peak = new PeakMinutes(work, new DayGrid(load.week()));
    cut = new ListCut(load.week(), work.digests());
    FigureHints figures = new FigureHints(load, queries);
    candidates =
        queries.parallelStream().map(query -> candidate(query, figures.of(query))).toList();
    departures = GoneQueries.of(history, changes);
    background = new BackgroundSearch(load, work, peak).contributors();
    formerIds = formerIds(groups);
  }

  private RankCandidate candidate(QueryLoad query, List<Hint> hints) {
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

  private static Map<String, String> formerIds(List<QueryGroup> groups) {
    Map<String, String> formerIds = new HashMap<>();
    for (QueryGroup group : groups) {
      group.formerIds().forEach(former -> formerIds.putIfAbsent(former, group.fingerprint()));
    }
    return formerIds;
  }

  /** The ranking in an order, as {@link QueryRanker#rank(ClusterLoad, Ranking.Order)} describes. */
  public Ranking ranking(Ranking.Order order) {
    List<RankCandidate> ranked = candidates.stream().sorted(RankCandidate.order(order)).toList();
    RenamedQueries renamed = new RenamedQueries(departures, ranked);
    Double total = table.totalAas();
    List<RankInterval> intervals = intervals(ranked, order);
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
        departures.stream().map(departure -> departure.gone(renamed)).toList(),
        warnings(ranked, renamed, order),
        cut.otherByHour(),
        formerIds);
  }

  private List<Sentence> warnings(
      List<RankCandidate> ranked, RenamedQueries renamed, Ranking.Order order) {
    RankingWarnings warnings = new RankingWarnings(load.warnings());
    warnings.data(load, table.totalAas(), listedAas(ranked));
    warnings.peak(work, peak, order);
    warnings.history(load, history, changes);
    warnings.statistics(ranked);
    warnings.addAll(renamed.warnings());
    warnings.addAll(new ScatteredQueries(ranked).warnings());
    background.forEach(agent -> warnings.addAll(List.of(agent.warning())));
    return warnings.sentences();
  }

  private static double listedAas(List<RankCandidate> ranked) {
    return ranked.stream().mapToDouble(c -> c.load().loadAas()).sum();
  }

  private List<RankInterval> intervals(List<RankCandidate> ranked, Ranking.Order order) {
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
