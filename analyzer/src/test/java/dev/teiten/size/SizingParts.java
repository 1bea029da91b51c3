package dev.teiten.size;

import dev.teiten.cpu.CpuWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.rank.Ranking;
import dev.teiten.size.SizingAdvice.Fix;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.guard.LockGuard;
import dev.teiten.size.guard.ResourceGuards;
import dev.teiten.size.predict.CapacityCurves;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.ScenarioResults;
import dev.teiten.size.price.PriceBook;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The parts of an advice under the default assumptions, for tests of a single part. */
public record SizingParts(
    SizingData data, PredictionBasis basis, QueryAdjustments adjustments, Predictors predictors) {

  static SizingParts of(ClusterLoad load, Ranking ranking) {
    CpuWork work = CpuWork.of(load);
    SizingData data = SizingData.of(load, ranking, work, PriceBook.bundled());
    CapacityCurves curves = new CapacityCurves();
    PredictionBasis basis =
        Objects.requireNonNull(PredictionBasis.of(load, work, ranking, data.members(), curves));
    return new SizingParts(
        data,
        basis,
        new QueryAdjustments(basis, ranking),
        Predictors.of(basis, SizingAssumptions.defaults(), curves, Map.of()));
  }

  public ScenarioResults results(List<Fix> fixes) {
    return predictors.simulation().run(adjustments.adjust(fixes, List.of()));
  }

  public ClusterDemand demand(List<Fix> fixes) {
    return results(fixes).demand();
  }

  public LockGuard locks() {
    return new LockGuard(
        data.members(),
        basis.today(),
        predictors.capacity().now(basis.today(), demand(List.of())),
        predictors.hosts());
  }

  public ResourceGuards resourceGuards() {
    return new ResourceGuards(
        data.load().cluster(),
        data.extremes(),
        basis,
        data.members().smallerReadersAllowed(),
        ClusterShape::readers);
  }
}
