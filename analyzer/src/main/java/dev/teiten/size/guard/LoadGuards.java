package dev.teiten.size.guard;

import dev.teiten.load.Sentence;
import dev.teiten.size.guard.FailureImpact.AfterLoss;
import dev.teiten.size.predict.Assumption;
import dev.teiten.size.predict.CapacityForecast;
import dev.teiten.size.predict.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.ScenarioResults;
import dev.teiten.size.predict.SizingAssumptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Every guard of a capacity: the resources, and what depends on the demand and on the data. */
public final class LoadGuards {
  private final ResourceGuards resources;
  private final LockGuard locks;
  private final FailureImpact failure;
  private final CapacityPredictor predictor;
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final Guard data;

  /**
   * @param data whether the week's data allow a verdict
   */
  public LoadGuards(
      ResourceGuards resources,
      LockGuard locks,
      FailureImpact failure,
      CapacityPredictor predictor,
      PredictionBasis basis,
      SizingAssumptions assumptions,
      Guard data) {
    this.resources = resources;
    this.locks = locks;
    this.failure = failure;
    this.predictor = predictor;
    this.basis = basis;
    this.assumptions = assumptions;
    this.data = data;
  }

  /** Every guard of a capacity, in the order of {@link GuardName}. */
  public List<Guard> of(ClusterShape shape, ScenarioResults results) {
    List<Guard> guards = new ArrayList<>();
    guards.add(cpu(shape, results));
    guards.addAll(besidesCpu(shape, results));
    guards.add(data);
    return guards;
  }

  /** Every guard but {@code cpu} and {@code data}, in the order of {@link GuardName}. */
  public List<Guard> besidesCpu(ClusterShape shape, ScenarioResults results) {
    List<Guard> guards = new ArrayList<>(resources.of(shape));
    guards.add(locks.check(shape, results));
    guards.add(availability(shape, results.demand()));
    return guards;
  }

  /** The guards of a cluster that nothing can be computed for. */
  public static List<Guard> undecided(List<Sentence> reasons) {
    List<Guard> guards = new ArrayList<>();
    for (GuardName name : EnumSet.complementOf(EnumSet.of(GuardName.DATA))) {
      guards.add(Guard.unknown(name, GuardText.NOT_JUDGED));
    }
    guards.add(insufficientData(reasons));
    return guards;
  }

  /**
   * The guard of the data.
   *
   * @param reasons why no verdict can be given; empty if one can
   * @param coverage share of the week's instance-minutes with data, 0..1
   * @param weeks of history, the reviewed one included
   */
  public static Guard data(List<Sentence> reasons, double coverage, int weeks) {
    return reasons.isEmpty()
        ? Guard.of(GuardName.DATA, true, GuardText.DATA, 100 * coverage, weeks)
        : insufficientData(reasons);
  }

  private static Guard insufficientData(List<Sentence> reasons) {
    return new Guard(GuardName.DATA, Guard.State.FAIL, Sentence.join(reasons));
  }

  private Guard cpu(ClusterShape shape, ScenarioResults results) {
    CapacityForecast forecast = results.forecast(shape);
    ClusterCpuUse next = forecast.next();
    double wanted = assumptions.get(Assumption.MIN_PROBABILITY);
    boolean pass =
        predictor.keptLimits(shape, results.demand()) && forecast.probabilitySafe() >= wanted;
    return Guard.of(
        GuardName.CPU,
        pass,
        GuardText.CPU,
        GuardText.percent(next.writer().utilisation()),
        GuardText.percent(assumptions.utilisationLimit(shape.writer().vcpus())),
        GuardText.percent(next.reader().utilisation()),
        GuardText.percent(assumptions.utilisationLimit(shape.readerOrWriter().vcpus())),
        next.stretch(),
        assumptions.get(Assumption.MAX_STRETCH),
        GuardText.percent(forecast.probabilitySafe()),
        GuardText.percent(wanted));
  }

  private Guard availability(ClusterShape shape, ClusterDemand demand) {
    Integer zones = basis.zones();
    AfterLoss after = failure.after(shape, demand.highestAhead());
    if (basis.today().readers() == 0) {
      return Guard.of(GuardName.AVAILABILITY, true, GuardText.ONE_INSTANCE);
    } else if (zones == null) {
      return Guard.unknown(GuardName.AVAILABILITY, GuardText.NO_ZONES);
    } else if (after == null || zones < 2) {
      return Guard.of(GuardName.AVAILABILITY, false, GuardText.ONE_ZONE);
    }
    return Guard.of(
        GuardName.AVAILABILITY,
        failure.survives(shape, demand),
        GuardText.ZONES,
        shape.instances(),
        Math.min(zones, shape.instances()),
        after.lost(),
        shape.readers(),
        GuardText.percent(after.left()),
        GuardText.percent(after.promoted()),
        GuardText.percent(assumptions.get(Assumption.MAX_AFTER_FAILURE)));
  }
}
