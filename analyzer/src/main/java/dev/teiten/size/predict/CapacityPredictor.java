package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.SizingAssumptions;
import dev.teiten.size.predict.CapacityForecast.ClusterCpuUse;
import dev.teiten.size.predict.OverloadReplay.Part;
import dev.teiten.size.predict.OverloadReplay.Queue;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts the CPU of a capacity under a demand, and whether that keeps the limits. A quantile of
 * the work gives the same quantile of utilization and stretch, because both only grow with work.
 */
public final class CapacityPredictor {
  /** Beyond its limit plus this, no scenario brings a capacity back. */
  private static final double POSSIBLE_EXCESS = 0.15;

  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final HostPredictor hosts;

  public CapacityPredictor(
      PredictionBasis basis, SizingAssumptions assumptions, HostPredictor hosts) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.hosts = hosts;
  }

  /** The prediction for the reviewed week. */
  public ClusterCpuUse now(ClusterShape shape, ClusterDemand demand) {
    return predict(shape, demand.of(shape).point(), central());
  }

  /**
   * Whether the capacity would have kept the CPU limits in the weeks before, with today's queries:
   * the percentiles in the last weeks, and the limits of overload in every minute of the archive.
   */
  public boolean keptLimits(ClusterShape shape, ClusterDemand demand) {
    boolean tooSmall = tooSmall(demand);
    // The most readers at all times are the best case, and need no simulation of a policy.
    ClusterShape best = shape.withMost();
    return keepsLimits(shape, predict(best, demand.of(best).highestAhead(), central()), tooSmall)
        && (shape.scaling() == null
            || keepsLimits(
                shape, predict(shape, demand.of(shape).highestAhead(), central()), tooSmall));
  }

  /**
   * Whether {@code use} keeps every limit of the CPU. A writer that {@code shape} leaves as it is
   * counts only if today's capacity is too small: a busy writer is no reason to keep idle readers.
   *
   * @param tooSmall whether today's capacity is too small
   */
  boolean keepsLimits(ClusterShape shape, ClusterCpuUse use, boolean tooSmall) {
    return (!writerCounts(shape, tooSmall) || fits(use.writer(), shape.writer()))
        && fits(use.reader(), shape.readerOrWriter());
  }

  /** Whether the writer's CPU counts in the judgement of a capacity. */
  public boolean writerCounts(ClusterShape shape, boolean tooSmall) {
    ClusterShape today = basis.today();
    return tooSmall || shape.equals(today) || !shape.writer().equals(today.writer());
  }

  private boolean fits(CpuUse use, InstanceClass instanceClass) {
    return use.utilisation() <= assumptions.utilisationLimit(instanceClass.vcpus())
        && use.stretch() <= assumptions.get(ModelAssumption.MAX_STRETCH)
        && use.overload() <= 1;
  }

  /**
   * Whether one of the weeks passed the limits of today's capacity. An increase needs evidence as a
   * reduction does. So there is no guard band, no margin for the next week, no burst beyond the
   * least, and the middle of the range where the hyperthread gain is not known.
   */
  public boolean tooSmall(ClusterDemand demand) {
    ClusterShape today = basis.today();
    double middle =
        (assumptions.get(ModelAssumption.GAIN_LOW) + assumptions.get(ModelAssumption.GAIN_HIGH))
            / 2;
    double burst = assumptions.get(ModelAssumption.BURST_LOW);
    double gain = Math.max(hosts.measuredGain(), middle);
    ClusterCpuUse seen =
        predict(today, demand.of(today).highest(), new SizingScenario(gain, 0, 0, burst, true));
    double band = assumptions.get(ModelAssumption.GUARD_BAND);
    return seen.writer().utilisation() > assumptions.utilisationLimit(today.writer().vcpus()) + band
        || seen.reader().utilisation()
            > assumptions.utilisationLimit(today.readerOrWriter().vcpus()) + band
        || seen.stretch() > assumptions.get(ModelAssumption.MAX_STRETCH);
  }

  /** Whether some scenario may be safe, so that the scenarios are worth computing. */
  public boolean possible(ClusterShape shape, ClusterDemand demand) {
    return now(shape.withMost(), demand).reader().utilisation()
        <= assumptions.utilisationLimit(shape.readerOrWriter().vcpus()) + POSSIBLE_EXCESS;
  }

  /** The scenario of a point prediction: the middle of the bursts, the slow end of the speeds. */
  public SizingScenario central() {
    double burst = BurstRange.range(assumptions, basis.burst()).at(0.5);
    return new SizingScenario(
        hosts.measuredGain(), assumptions.get(ModelAssumption.SPEED_LOW), 0, burst, true);
  }

  /** The queues of a capacity; the work of each is the demand of {@link ClusterDemand}. */
  public List<Queue> queues(ClusterShape shape) {
    double growth = assumptions.get(ModelAssumption.GROWTH);
    List<Queue> queues = new ArrayList<>();
    queues.add(
        new Queue(
            Part.WRITER,
            work ->
                predict(shape, PeakDemand.level(growth * work, 0, 0), central())
                    .writer()
                    .overload(),
            0));
    if (shape.mostReaders() > 0 && hosts.hasReaders()) {
      queues.add(
          new Queue(
              Part.READERS,
              work ->
                  predict(shape, PeakDemand.level(0, growth * work, 0), central())
                      .reader()
                      .overload(),
              1 / (growth * hosts.busiestShare(shape.mostReaders(), central()))));
    }
    return queues;
  }

  public ClusterCpuUse predict(ClusterShape shape, PeakDemand demand, SizingScenario scenario) {
    CpuUse writer = hosts.writer(hosts.asWriter(shape.writer()), demand, scenario);
    InstanceClass readerClass = shape.reader();
    CpuUse reader =
        readerClass == null || !hosts.hasReaders()
            ? CpuUse.NONE
            : hosts.reader(hosts.asReader(readerClass), shape.mostReaders(), demand, scenario);
    return new ClusterCpuUse(writer, reader);
  }
}
