package dev.teiten.size;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.WhatIf.Move;
import dev.teiten.size.predict.ScenarioResults;
import dev.teiten.size.predict.ScenarioSimulation;
import java.util.List;

/** The forecasts under fixes and moves. The last ones that were asked for are kept. */
final class WhatIfForecasts {
  private static final int MAX_KEPT = 12;

  private final QueryAdjustments adjustments;
  private final ScenarioSimulation simulation;
  private final Cache<Key, ScenarioResults> kept =
      Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

  private record Key(List<Fix> fixes, List<Move> moves) {}

  WhatIfForecasts(QueryAdjustments adjustments, ScenarioSimulation simulation) {
    this.adjustments = adjustments;
    this.simulation = simulation;
  }

  /** The forecasts of the cluster as it is. */
  ScenarioResults unchanged() {
    return of(List.of(), List.of());
  }

  /**
   * The forecasts under these fixes and moves.
   *
   * @throws dev.teiten.load.SettingException if a fingerprint is not in the ranking
   */
  ScenarioResults of(List<Fix> fixes, List<Move> moves) {
    return kept.get(new Key(fixes, moves), key -> trial(fixes, moves));
  }

  /** Forecasts that are not kept, for a search that tries many. */
  ScenarioResults trial(List<Fix> fixes, List<Move> moves) {
    return simulation.run(adjustments.adjust(fixes, moves));
  }
}
