package dev.teiten.size.predict;

import dev.teiten.size.demand.AdjustedWeeks;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import java.util.List;

/** Tries capacities in scenarios drawn at random (Monte Carlo), the same for every demand. */
public final class ScenarioSimulation {
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final CapacityPredictor predictor;
  private final HostPredictor hosts;
  private final ReaderNumbers numbers;
  private final List<ScenarioDraw> draws;
  private final List<SizingScenario> scenarios;

  public ScenarioSimulation(
      PredictionBasis basis,
      SizingAssumptions assumptions,
      CapacityPredictor predictor,
      HostPredictor hosts,
      ReaderNumbers numbers) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.predictor = predictor;
    this.hosts = hosts;
    this.numbers = numbers;
    this.draws = ScenarioDraw.draws(assumptions, basis.weeks().size());
    BurstRange bursts = BurstRange.range(assumptions, basis.burst());
    this.scenarios =
        draws.stream()
            .map(draw -> draw.scenario(assumptions, hosts.measuredGain(), bursts))
            .toList();
  }

  /** Results for the demand of these weeks; nothing is drawn before the first forecast. */
  public ScenarioResults run(AdjustedWeeks weeks) {
    ClusterDemand demand =
        new ClusterDemand(weeks, basis.levels(), basis.outlook(), assumptions, numbers);
    int needed = DrawCount.needed(draws.size(), assumptions.get(ModelAssumption.MIN_PROBABILITY));
    return new ScenarioResults(predictor, hosts, draws, scenarios, needed, demand);
  }
}
