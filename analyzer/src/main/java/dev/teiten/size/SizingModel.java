package dev.teiten.size;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.rank.Ranking;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.predict.CapacityCurves;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.price.PriceBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sizing of one cluster in one week before any question is asked. It is costly to build, cheap
 * to ask, and safe to share between threads, so a caller keeps it while what-ifs are tried.
 */
public final class SizingModel {
  private static final int MAX_KEPT = 8;

  private final SizingData data;
  private final SizingAssumptions assumptions;
  private final CapacityCurves curves = new CapacityCurves();
  private final @Nullable PredictionBasis basis;
  private final @Nullable QueryAdjustments adjustments;
  private final Cache<List<Object>, ClusterSizing> kept =
      Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

  /** {@link CapacityAdvisor#model} is the caller. */
  SizingModel(
      ClusterLoad load,
      Ranking ranking,
      CpuWork work,
      PriceBook prices,
      SizingAssumptions assumptions) {
    this.data = SizingData.of(load.withoutOlderMinutes(), ranking, work, prices);
    this.assumptions = assumptions;
    this.basis = PredictionBasis.of(load, work, ranking, data.members(), curves);
    this.adjustments = basis == null ? null : new QueryAdjustments(basis, ranking);
  }

  SizingData data() {
    return data;
  }

  /**
   * The sizing under the assumptions and measured speeds of a what-if. A reader who tries one thing
   * after the other asks for most of them again, so the last ones are kept.
   *
   * @return null if the CPU work or the hardware of a member is not known
   */
  @Nullable ClusterSizing sizing(WhatIf whatIf) {
    PredictionBasis start = basis;
    QueryAdjustments queries = adjustments;
    if (start == null || queries == null) {
      return null;
    }
    return kept.get(
        List.of(whatIf.assumptions(), whatIf.speeds()), key -> create(start, queries, whatIf));
  }

  private ClusterSizing create(PredictionBasis start, QueryAdjustments queries, WhatIf whatIf) {
    SizingAssumptions assumed = assumptions.with(whatIf.assumptions());
    Predictors predictors = Predictors.of(start, assumed, curves, whatIf.speeds());
    return new ClusterSizing(data, start, queries, assumed, whatIf.speeds().keySet(), predictors);
  }
}
