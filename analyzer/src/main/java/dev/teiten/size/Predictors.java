package dev.teiten.size;

import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.guard.FailureImpact;
import dev.teiten.size.predict.CapacityCurves;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.HostPredictor;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.ReaderNumbers;
import dev.teiten.size.predict.ScenarioSimulation;
import java.util.Map;

/** The predictors under one set of assumptions. */
public record Predictors(
    HostPredictor hosts,
    CapacityPredictor capacity,
    FailureImpact failure,
    ScenarioSimulation simulation,
    ReaderNumbers numbers) {

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
    ReaderNumbers numbers = new ReaderNumbers(basis, assumptions, hosts);
    return new Predictors(
        hosts,
        capacity,
        new FailureImpact(basis, assumptions, hosts, capacity),
        new ScenarioSimulation(basis, assumptions, capacity, hosts, numbers),
        numbers);
  }
}
