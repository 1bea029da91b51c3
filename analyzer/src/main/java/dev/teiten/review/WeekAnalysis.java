package dev.teiten.review;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DimensionLoads;
import dev.teiten.rank.Ranking;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.QuickAdvice;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingModel;
import dev.teiten.size.WhatIf;
import java.util.List;
import java.util.Optional;

/** One week of one cluster, ranked and sized. It is costly to make and cheap to ask. */
final class WeekAnalysis {
  private final AnalysisMethod method;
  private final ClusterLoad load;
  private final CpuWork work;
  private final SizingModel model;
  private final WeeklyReview review;

  private WeekAnalysis(
      ClusterLoad load, DimensionLoads dimensions, CpuWork work, AnalysisMethod method) {
    this.method = method;
    this.load = load.withoutOlderMinutes();
    this.work = work;
    Ranking ranking = method.rankings().rank(load, work, Ranking.Order.LOAD);
    this.model = method.advisor().model(load, ranking, work);
    SizingAdvice advice = method.advisor().advise(model, WhatIf.nothing());
    this.review =
        new WeeklyReview(
            this.load,
            dimensions,
            ranking,
            advice,
            ReviewHeadline.of(load, ranking, advice),
            MeetingAgenda.of(load, ranking, advice),
            List.of());
  }

  static WeekAnalysis of(ClusterLoad load, DimensionLoads dimensions, AnalysisMethod method) {
    return new WeekAnalysis(load, dimensions, CpuWork.of(load), method);
  }

  WeeklyReview review() {
    return review;
  }

  Ranking ranking(Ranking.Order order) {
    return switch (order) {
      case LOAD -> review.ranking();
      case PEAK -> method.rankings().rank(load, work, order);
      case SAVINGS ->
          method
              .rankings()
              .rank(load, work, order)
              .bySavings(FixSavings.ofSingleFixes(review.sizing()));
    };
  }

  SizingAdvice sizing(WhatIf whatIf) {
    return method.advisor().advise(model, current(whatIf));
  }

  QuickAdvice sizingAtHand(WhatIf whatIf) {
    return method.advisor().adviseQuickly(model, current(whatIf));
  }

  Optional<HourlyUse> hourly(WhatIf whatIf) {
    return method.advisor().hourly(model, current(whatIf));
  }

  /** A question may come from an address that an earlier version wrote. */
  private WhatIf current(WhatIf whatIf) {
    return whatIf.renamed(review.ranking()::currentId);
  }
}
