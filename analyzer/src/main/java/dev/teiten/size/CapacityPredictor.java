package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.size.CapacityForecast.ClusterCpuUse;

/**
 * What a demand does to a capacity, and whether that keeps the limits of the CPU. A quantile of the
 * work gives the same quantile of utilization and stretch, because both only grow with the work.
 */
final class CapacityPredictor {
  /** Further over its limit no draw brings a capacity back. */
  private static final double POSSIBLE = 0.15;

  private final PredictionBasis basis;
  private final SizingAssumptions assumptions;
  private final HostPredictor hosts;

  CapacityPredictor(PredictionBasis basis, SizingAssumptions assumptions, HostPredictor hosts) {
    this.basis = basis;
    this.assumptions = assumptions;
    this.hosts = hosts;
  }

  /** The prediction for the reviewed week. */
  ClusterCpuUse now(ClusterShape shape, ClusterDemand workload) {
    return state(shape, workload.point(), central());
  }

  /** The prediction for the highest of the weeks, as they would be by now. */
  ClusterCpuUse highest(ClusterShape shape, ClusterDemand workload) {
    return state(shape, workload.highestAhead(), central());
  }

  /**
   * Whether {@code state} keeps every limit of the CPU. A writer that {@code shape} leaves as it is
   * is not held against it, unless today's capacity is too small: that it is busy is no reason to
   * keep idle readers.
   */
  boolean safe(ClusterShape shape, ClusterCpuUse state, ClusterDemand workload) {
    return safe(shape, state, tooSmall(workload));
  }

  boolean safe(ClusterShape shape, ClusterCpuUse state, boolean strict) {
    return (!writerCounts(shape, strict)
            || fits(state.writer(), state.writerStretch(), shape.writer()))
        && fits(state.reader(), state.readerStretch(), shape.readerOrWriter());
  }

  /** Whether the writer's CPU is held against a capacity. */
  boolean writerCounts(ClusterShape shape, boolean strict) {
    ClusterShape today = basis.today();
    return strict || shape.equals(today) || !shape.writer().equals(today.writer());
  }

  private boolean fits(double utilisation, double stretch, InstanceClass instanceClass) {
    return utilisation <= assumptions.utilisationLimit(instanceClass.vcpus())
        && stretch <= assumptions.get(Assumption.MAX_STRETCH);
  }

  /**
   * Whether one of the weeks has passed the limits of today's capacity. More money wants evidence,
   * as less does: no guard band, no bound on the week to come, no bursts that nobody has seen, and
   * the middle of the range where the hyperthread gain is not known.
   */
  boolean tooSmall(ClusterDemand workload) {
    ClusterShape today = basis.today();
    double middle =
        (assumptions.get(Assumption.GAIN_LOW) + assumptions.get(Assumption.GAIN_HIGH)) / 2;
    double burst = assumptions.get(Assumption.BURST_LOW);
    ClusterCpuUse seen =
        state(
            today,
            workload.highest(),
            new SizingScenario(Math.max(hosts.ownGain(), middle), 0, 0, burst, true));
    double band = assumptions.get(Assumption.GUARD_BAND);
    return seen.writer() > assumptions.utilisationLimit(today.writer().vcpus()) + band
        || seen.reader() > assumptions.utilisationLimit(today.readerOrWriter().vcpus()) + band
        || seen.stretch() > assumptions.get(Assumption.MAX_STRETCH);
  }

  /** Whether it is worth the draws: some of them may be safe. */
  boolean possible(ClusterShape shape, ClusterDemand workload) {
    ClusterCpuUse state = now(shape, workload);
    return state.reader()
        <= assumptions.utilisationLimit(shape.readerOrWriter().vcpus()) + POSSIBLE;
  }

  /** The world of the prediction: the middle of the bursts, and the unfavourable end of speeds. */
  SizingScenario central() {
    double burst = BurstRange.range(assumptions, basis.burst()).at(0.5);
    return new SizingScenario(
        hosts.ownGain(), assumptions.get(Assumption.SPEED_LOW), 0, burst, true);
  }

  ClusterCpuUse state(ClusterShape shape, PeakDemand demand, SizingScenario world) {
    CpuUse writer = hosts.writer(hosts.asWriter(shape.writer()), demand.writer(), world);
    InstanceClass target = shape.reader();
    CpuUse reader =
        target == null || basis.readers().number() == 0
            ? CpuUse.NONE
            : hosts.reader(hosts.asReader(target), shape.readers(), demand.readers(), world);
    return new ClusterCpuUse(
        writer.utilisation(), reader.utilisation(), writer.stretch(), reader.stretch());
  }
}
