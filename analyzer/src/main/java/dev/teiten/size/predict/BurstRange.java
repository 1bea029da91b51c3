package dev.teiten.size.predict;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.CpuSessionCounts;
import dev.teiten.load.WaitEvent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How bursty work arrives within a minute: the variance over the mean of the sessions that it makes
 * where none of them waits, its peakedness (Fredericks, Congestion in blocking systems, Bell System
 * Technical Journal 59, 1980). 1 is at random. Measured by the second, in calm stretches.
 *
 * @param low of a 95 % interval, 1 or more
 * @param high of it
 */
public record BurstRange(double low, double high) {
  /** A stretch in which more of the CPU is in use, 0..1, tells of the host and not of arrivals. */
  private static final double CALM = 0.5;

  /** So does one whose work would queue for longer, if it came at random. */
  private static final double CALM_STRETCH = 1.03;

  /** The p99 of the sessions on the CPU of a role that no burst can matter to. */
  private static final double IDLE = 0.2;

  private static final double HIGHEST = 10;

  public BurstRange {
    if (!(low >= 1 && high >= low && high <= HIGHEST)) {
      throw new IllegalArgumentException("burst " + low + " to " + high);
    }
  }

  /**
   * That of the role, writer or readers, which may be the more bursty one; null unless both are
   * known.
   */
  static @Nullable BurstRange of(ClusterWork work, CapacityCurves curves) {
    BurstRange highest = null;
    for (List<InstanceWork> role : List.of(List.of(work.writer()), work.readers())) {
      if (role.stream().allMatch(BurstRange::idle)) {
        continue;
      }
      BurstRange burst = of(role, curves);
      if (burst == null) {
        return null;
      }
      highest = highest == null || burst.high > highest.high ? burst : highest;
    }
    return highest;
  }

  private static boolean idle(InstanceWork instance) {
    double @Nullable [] onCpu = instance.digests().instance().waits().get(WaitEvent.CPU);
    return onCpu != null && MinuteStatistics.quantile(onCpu, 0.99) <= IDLE;
  }

  private static @Nullable BurstRange of(Collection<InstanceWork> role, CapacityCurves curves) {
    BurstSamples samples = new BurstSamples();
    for (InstanceWork instance : role) {
      int day = -1;
      for (CpuSessionCounts stretch : stretches(instance).toList()) {
        if (stretch.second() / 86_400 != day) {
          day = stretch.second() / 86_400;
          samples.block();
        }
        if (calm(instance, stretch, curves)) {
          samples.add(stretch.sessions());
        }
      }
    }
    return samples.estimate();
  }

  private static Stream<CpuSessionCounts> stretches(InstanceWork instance) {
    return instance.digests().instance().seconds().stream();
  }

  private static boolean calm(
      InstanceWork instance, CpuSessionCounts stretch, CapacityCurves curves) {
    CapacityCurve curve = instance.curve();
    int end = (stretch.second() + stretch.sessions().length - 1) / 60;
    for (int t = stretch.second() / 60; t <= end; t++) {
      double work = t < instance.work().length ? instance.work()[t] : Double.NaN;
      if (!(curve.busyCores(work) <= CALM * curve.vcpus()
          && curves.stretch(curve, work, 1) <= CALM_STRETCH)) {
        return false;
      }
    }
    return true;
  }

  /** The range to reckon with: what the reader says, else what was measured, else the usual. */
  public static BurstRange range(SizingAssumptions assumptions, @Nullable BurstRange measured) {
    return isAssumed(assumptions) || measured == null
        ? new BurstRange(
            assumptions.get(Assumption.BURST_LOW), assumptions.get(Assumption.BURST_HIGH))
        : measured;
  }

  /** Whether somebody knows better than the data. */
  public static boolean isAssumed(SizingAssumptions assumptions) {
    return assumptions.changed().containsKey(Assumption.BURST_LOW)
        || assumptions.changed().containsKey(Assumption.BURST_HIGH);
  }

  /** A range bounded to what is possible. */
  static BurstRange within(double low, double high) {
    double bounded = Math.min(HIGHEST, Math.max(1, low));
    return new BurstRange(bounded, Math.min(HIGHEST, Math.max(bounded, high)));
  }

  /** {@code part} of the way from low to high, 0..1, by equal factors: 0.5 is their middle. */
  double at(double part) {
    return low * Math.pow(high / low, part);
  }
}
