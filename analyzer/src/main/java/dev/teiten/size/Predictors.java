package dev.teiten.size;

import java.util.Map;

/** The predictors under one set of assumptions. */
record Predictors(
    HostPredictor hosts,
    CapacityPredictor capacity,
    FailureImpact failure,
    ScenarioSimulation simulation) {

  /**
   * @param measuredSpeeds speed of a vCPU by class family, over today's family
   */
  static Predictors of(
      PredictionBasis basis,
      SizingAssumptions assumptions,
      CapacityCurves curves,
      Map<String, Double> measuredSpeeds) {
    HostPredictor hosts = new HostPredictor(basis, assumptions, curves, measuredSpeeds);
    CapacityPredictor capacity = new CapacityPredictor(basis, assumptions, hosts);
    return new Predictors(
        hosts,
        capacity,
        new FailureImpact(basis, assumptions, hosts, capacity),
        new ScenarioSimulation(basis, assumptions, capacity, hosts));
  }
}
