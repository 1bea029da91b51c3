package dev.teiten.size.guard;

import dev.teiten.load.Sentence;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.guard.FailureImpact.AfterLoss;
import dev.teiten.size.predict.CapacityForecast;
import dev.teiten.size.predict.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.predict.CapacityPredictor;
import dev.teiten.size.predict.ClusterDemand;
import dev.teiten.size.predict.ClusterShape;
import dev.teiten.size.predict.CpuUse;
import dev.teiten.size.predict.DrawCount;
import dev.teiten.size.predict.PredictionBasis;
import dev.teiten.size.predict.ScenarioResults;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every guard of a capacity: the resources, and what depends on the demand and on the data. */
public final class LoadGuards {
  private final ResourceGuards resources;
  private final LockGuard locks;
  private final FailureImpact failure;
  private final CapacityPredictor predictor;
  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final WorstMinutesFinder worst;
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
      WorstMinutesFinder worst,
      Guard data) {
    this.resources = resources;
    this.locks = locks;
    this.failure = failure;
    this.predictor = predictor;
    this.basis = basis;
    this.assumptions = assumptions;
    this.worst = worst;
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

  /** Whether every guard passes; scenarios are computed only if the other guards do. */
  public boolean pass(ClusterShape shape, ScenarioResults results) {
    return data.passes()
        && besidesCpu(shape, results).stream().allMatch(Guard::passes)
        && cpu(shape, results).passes();
  }

  /** Every guard; those of the CPU and of a loss name the worst minutes, which takes longer. */
  public ExplainedGuards explained(ClusterShape shape, ScenarioResults results) {
    WorstMinutes alone = worst.of(shape, results.demand());
    WorstMinutes afterLoss = worst.afterLoss(shape, results.demand());
    List<Guard> guards =
        of(shape, results).stream()
            .map(
                guard ->
                    switch (guard.name()) {
                      case CPU -> explained(guard, alone == null ? null : worst.say(alone));
                      case AVAILABILITY ->
                          explained(
                              guard, afterLoss == null ? null : worst.sayAfterLoss(afterLoss));
                      default -> guard;
                    })
            .toList();
    return new ExplainedGuards(guards, alone, afterLoss);
  }

  private static Guard explained(Guard guard, @Nullable Sentence minutes) {
    return minutes == null
        ? guard
        : new Guard(guard.name(), guard.state(), Sentence.join(List.of(guard.detail(), minutes)));
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

  /** Unknown is a capacity that kept the limits, and holds in nearly as many draws as needed. */
  private Guard cpu(ClusterShape shape, ScenarioResults results) {
    DrawCount draws = results.forecast(shape).draws();
    boolean kept = predictor.keptLimits(shape, results.demand());
    boolean nearly = draws.share() >= assumptions.get(ModelAssumption.TRIAL_PROBABILITY);
    Guard.State state =
        kept && draws.enough()
            ? Guard.State.PASS
            : kept && nearly ? Guard.State.UNKNOWN : Guard.State.FAIL;
    return new Guard(GuardName.CPU, state, cpuDetail(shape, results));
  }

  private Sentence cpuDetail(ClusterShape shape, ScenarioResults results) {
    CapacityForecast forecast = results.forecast(shape);
    ClusterCpuUse next = forecast.next();
    DrawCount draws = forecast.draws();
    List<Object> values =
        new ArrayList<>(
            List.of(
                GuardText.percent(next.writer().utilisation()),
                GuardText.percent(assumptions.utilisationLimit(shape.writer().vcpus())),
                GuardText.percent(next.reader().utilisation()),
                GuardText.percent(assumptions.utilisationLimit(shape.readerOrWriter().vcpus()))));
    boolean full = Double.isInfinite(next.stretch());
    if (!full) {
      values.addAll(List.of(next.stretch(), assumptions.get(ModelAssumption.MAX_STRETCH)));
    }
    values.addAll(List.of(draws.held(), draws.all(), draws.needed()));
    return (full ? GuardText.CPU_FULL : GuardText.CPU).of(values.toArray());
  }

  private Guard availability(ClusterShape shape, ClusterDemand demand) {
    Integer zones = basis.zones();
    AfterLoss after = failure.after(shape, demand.afterLoss(shape).highestAhead());
    if (basis.today().readers() == 0) {
      return resources.withoutReaders();
    } else if (zones == null) {
      return Guard.unknown(GuardName.AVAILABILITY, GuardText.NO_ZONES);
    } else if (after == null || zones < 2) {
      return Guard.of(GuardName.AVAILABILITY, false, GuardText.ONE_ZONE);
    }
    CpuUse promoted = after.promoted();
    return Guard.of(
        GuardName.AVAILABILITY,
        failure.survives(shape, demand),
        resources.promotesReaders() ? GuardText.ZONES : GuardText.ZONES_OF_REPLICAS,
        shape.instances(),
        Math.min(zones, shape.instances()),
        after.lost(),
        shape.readers(),
        GuardText.percent(after.left().utilisation()),
        GuardText.percent(promoted == null ? 0 : promoted.utilisation()),
        GuardText.percent(assumptions.get(ModelAssumption.MAX_AFTER_FAILURE)));
  }
}
