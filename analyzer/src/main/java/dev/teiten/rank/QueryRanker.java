package dev.teiten.rank;

import dev.teiten.change.history.QueryGroup;
import dev.teiten.change.history.QueryGroups;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.StatementText;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.scan.Dialect;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Ranks the queries of a cluster by their load, and classifies their changes. */
public final class QueryRanker {
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
    return new RankingBasis(load, groups.join(), work, seed).ranking(order);
  }

  /** The ranking of {@link #rank(ClusterLoad, Ranking.Order)}, with known CPU work. */
  public Ranking rank(ClusterLoad load, CpuWork work, Ranking.Order order) {
    return basis(load, work).ranking(order);
  }

  /** All that the orders share, for a caller that needs several of them. */
  public RankingBasis basis(ClusterLoad load, CpuWork work) {
    return new RankingBasis(load, groups(load), work, seed);
  }

  private List<QueryGroup> groups(ClusterLoad load) {
    return QueryGroups.of(load, normalizers.apply(Dialect.of(load.cluster().engine())));
  }
}
