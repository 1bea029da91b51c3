package dev.teiten.rank;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.StatementText;
import dev.teiten.cpu.CpuWork;
import dev.teiten.normalize.Dialect;
import dev.teiten.normalize.NormalizedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ranks the queries of a cluster by what they do to it, and says what changed. */
public final class Rankings {
  private final Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers;
  private final long seed;

  /**
   * @param normalizers what reads the statements of a dialect
   * @param seed of the bootstrap behind the rank intervals; the same seed gives the same ranking
   */
  public Rankings(
      Function<Dialect, Function<StatementText, NormalizedStatement>> normalizers, long seed) {
    this.normalizers = normalizers;
    this.seed = seed;
  }

  /**
   * The ranking of the reviewed week. {@code LOAD} orders by mean load. {@code PEAK} orders by the
   * cores that the 99th percentile of the cluster's CPU work would fall by without the query, then
   * by its part of the peak minutes. {@code SAVINGS} orders as {@code PEAK}: the removable peak is
   * what capacity could be given back for, until sizing says how many dollars that is. Without CPU
   * work all three order by load, and a warning says so.
   */
  public Ranking rank(ClusterLoad load, Ranking.Order order) {
    return rank(load, CpuWork.of(load), order);
  }

  /** As {@link #rank(ClusterLoad, Ranking.Order)}, for a caller that has the CPU work already. */
  public Ranking rank(ClusterLoad load, CpuWork work, Ranking.Order order) {
    Dialect dialect = Dialect.of(load.cluster().engine());
    List<QueryGroup> groups = QueryGroups.of(load, normalizers.apply(dialect));
    LoadTable table = new LoadTable(load.week(), work.digests());
    Peak peak = new Peak(work, new Days(load.week()));
    List<Candidate> candidates = new ArrayList<>();
    for (QueryGroup group : groups) {
      QueryLoad query = table.of(group);
      if (query.loadAas() > 0) {
        PeakPart part = peak.of(group.digests());
        candidates.add(new Candidate(query, part, List.of(), Change.undecided(null)));
      }
    }
    candidates.sort(Candidate.order(order));
    return ranking(load, table, peak, candidates, order);
  }

  private Ranking ranking(
      ClusterLoad load, LoadTable table, Peak peak, List<Candidate> ranked, Ranking.Order order) {
    Double total = table.totalAas();
    double known = ranked.stream().mapToDouble(c -> c.load().loadAas()).sum();
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
        total == null ? null : Math.max(0, total - known),
        peak.minutes().length,
        peak.loadAas(),
        peak.dayCount(),
        contributors,
        List.of(),
        load.warnings());
  }

  private int[][] intervals(
      LoadTable table, Peak peak, List<Candidate> ranked, Ranking.Order order) {
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
