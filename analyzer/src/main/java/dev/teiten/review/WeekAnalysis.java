package dev.teiten.review;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.DimensionLoads;
import dev.teiten.rank.Ranking;
import dev.teiten.rank.RankingBasis;
import dev.teiten.size.HourlyUse;
import dev.teiten.size.QuickAdvice;
import dev.teiten.size.SizingAdvice;
import dev.teiten.size.SizingModel;
import dev.teiten.size.WhatIf;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One week of one cluster, ranked and sized. It is costly to make and cheap to ask. */
final class WeekAnalysis {
  private final AnalysisMethod method;
  private final ClusterLoad load;
  private final SizingModel model;
  private final DimensionLoads dimensions;
  private final Set<String> digests;
  private final WeekResult result;

  private WeekAnalysis(
      ClusterLoad load, DimensionLoads dimensions, CpuWork work, AnalysisMethod method) {
    this.method = method;
    this.load = load.withoutOlderMinutes();
    this.dimensions = dimensions;
    this.digests = load.digests();
    RankingBasis basis = method.rankings().basis(load, work);
    Ranking ranking = basis.ranking(Ranking.Order.LOAD);
    this.model = method.advisor().model(load, ranking, work);
    SizingAdvice advice = method.advisor().advise(model, WhatIf.nothing());
    List<AgendaItem> agenda = MeetingAgenda.of(load, ranking, advice);
    this.result =
        new WeekResult(
            ClusterSummaries.of(load, ranking, advice),
            ranking,
            basis.ranking(Ranking.Order.PEAK),
            basis.ranking(Ranking.Order.SAVINGS).bySavings(FixSavings.ofSingleFixes(advice)),
            advice,
            ReviewHeadline.of(load, ranking, advice),
            agenda);
  }

  static WeekAnalysis of(ClusterLoad load, DimensionLoads dimensions, AnalysisMethod method) {
    return new WeekAnalysis(load, dimensions, CpuWork.of(load), method);
  }

  WeekResult result() {
    return result;
  }

  /** The digests that it names, whether their texts are known or not. */
  Set<String> digests() {
    return digests;
  }

  /** Its review, with the minutes of the week. */
  WeeklyReview review(ReviewedWeek reviewed, List<ClusterMark> marks) {
    return new WeeklyReview(load, dimensions, reviewed, marks);
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
    return whatIf.renamed(result.ranking()::currentId);
  }
}
