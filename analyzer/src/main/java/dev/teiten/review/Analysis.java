package dev.teiten.review;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.cpu.CpuWork;
import dev.teiten.normalize.Shards;
import dev.teiten.rank.Ranking;
import dev.teiten.rank.Rankings;
import dev.teiten.size.CapacityAdvisor;
import dev.teiten.size.PriceBook;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.SizingAssumptions;
import dev.teiten.size.SizingModel;
import dev.teiten.size.WhatIf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One week of one cluster, ranked and sized: costly to make, cheap to ask again. */
final class Analysis {
  /** The same data give the same review. */
  private static final long SEED = 20_261_109L;

  private static final CapacityAdvisor ADVISOR =
      new CapacityAdvisor(PriceBook.bundled(), SizingAssumptions.defaults());

  private final Rankings rankings;
  private final ClusterLoad load;
  private final CpuWork work;
  private final SizingModel model;
  private final WeeklyReview review;

  private Analysis(Rankings rankings, ClusterLoad load, CpuWork work) {
    this.rankings = rankings;
    this.load = load;
    this.work = work;
    Ranking ranking = rankings.rank(load, work, Ranking.Order.LOAD);
    this.model = ADVISOR.model(load, ranking, work);
    SizingAdvice advice = ADVISOR.advise(model, WhatIf.nothing());
    this.review =
        new WeeklyReview(
            load,
            ranking,
            advice,
            Headline.of(load, ranking, advice),
            Agenda.of(load, ranking, advice));
  }

  /** How weeks are ranked, with this rule for the names of tables. */
  static Rankings rankings(Shards shards) {
    return new Rankings(new Normalizers(shards)::of, SEED);
  }

  static Analysis of(ClusterLoad load, Rankings rankings) {
    return new Analysis(rankings, load, CpuWork.of(load));
  }

  WeeklyReview review() {
    return review;
  }

  Ranking ranking(Ranking.Order order) {
    return order == Ranking.Order.LOAD ? review.ranking() : rankings.rank(load, work, order);
  }

  SizingAdvice sizing(List<Fix> fixes, @Nullable String target, @Nullable Integer readers) {
    return ADVISOR.advise(model, new WhatIf(fixes, target, readers));
  }
}
