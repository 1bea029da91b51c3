package dev.teiten.review;

import dev.teiten.archive.ClusterLoad;
import dev.teiten.archive.DimensionLoads;
import dev.teiten.archive.StatementText;
import dev.teiten.cpu.CpuWork;
import dev.teiten.normalize.Dialect;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.rank.Ranking;
import dev.teiten.rank.Rankings;
import dev.teiten.size.CapacityAdvisor;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingModel;
import dev.teiten.size.WhatIf;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One week of one cluster, ranked and sized: costly to make, cheap to ask again. */
final class Analysis {
  /** The same data give the same review. */
  private static final long SEED = 20_261_109L;

  private static final Map<Dialect, StatementNormalizer> NORMALIZERS = new EnumMap<>(Dialect.class);
  private static final Rankings RANKINGS = new Rankings(Analysis::normalizer, SEED);

  private final CapacityAdvisor advisor;
  private final ClusterLoad load;
  private final CpuWork work;
  private final SizingModel model;
  private final WeeklyReview review;

  private Analysis(
      ClusterLoad load,
      DimensionLoads dimensions,
      CpuWork work,
      Ranking ranking,
      CapacityAdvisor advisor) {
    this.advisor = advisor;
    this.load = load;
    this.work = work;
    this.model = advisor.model(load, ranking, work);
    SizingAdvice advice = advisor.advise(model, WhatIf.nothing());
    this.review =
        new WeeklyReview(
            load,
            dimensions,
            ranking,
            advice,
            Headline.of(load, ranking, advice),
            Agenda.of(load, ranking, advice));
  }

  static Analysis of(ClusterLoad load, DimensionLoads dimensions, CapacityAdvisor advisor) {
    CpuWork work = CpuWork.of(load);
    Ranking ranking = RANKINGS.rank(load, work, Ranking.Order.LOAD);
    return new Analysis(load, dimensions, work, ranking, advisor);
  }

  /** Reads the statements of a dialect; the normalizer keeps what it has read. */
  private static Function<StatementText, NormalizedStatement> normalizer(Dialect dialect) {
    synchronized (NORMALIZERS) {
      StatementNormalizer normalizer =
          NORMALIZERS.computeIfAbsent(dialect, StatementNormalizer::new);
      return text -> normalizer.normalize(text.text(), !text.complete());
    }
  }

  WeeklyReview review() {
    return review;
  }

  Ranking ranking(Ranking.Order order) {
    return switch (order) {
      case LOAD -> review.ranking();
      case PEAK -> RANKINGS.rank(load, work, order);
      case SAVINGS ->
          RANKINGS.rank(load, work, order).bySavings(Savings.ofSingleFixes(review.sizing()));
    };
  }

  SizingAdvice sizing(WhatIf whatIf) {
    return advisor.advise(model, whatIf);
  }

  Optional<HourlyUse> hourly(WhatIf whatIf) {
    return advisor.hourly(model, whatIf);
  }
}
