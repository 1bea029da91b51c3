package dev.teiten.size.predict;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.CpuSessionCounts;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import dev.teiten.size.demand.ClusterWork;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.size.demand.ModelAssumption;
import dev.teiten.size.demand.SizingAssumptions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The burstiness of the work that arrives within a minute, as a 95 % interval. It is the variance
 * over the mean of the sessions that the work makes where none of them waits, its peakedness
 * (Fredericks, Congestion in blocking systems, Bell System Technical Journal 59, 1980). Arrivals at
 * random have 1. It is measured by the second, in calm stretches.
 *
 * @param low 1 or more
 * @param high {@code low} to 10
 */
public record BurstRange(double low, double high) {
  /** Utilization (0..1) of a calm stretch. A busier one shows the host and not the arrivals. */
  private static final double MAX_CALM_UTILISATION = 0.5;

  /** Stretch by queueing of a calm stretch, if its work came at random. */
  private static final double MAX_CALM_STRETCH = 1.03;

  /** The p99 of the sessions on the CPU of an instance that no burst matters to. */
  private static final double MAX_IDLE_SESSIONS = 0.2;

  private static final double HIGHEST = 10;

  public BurstRange {
    if (!(low >= 1 && high >= low && high <= HIGHEST)) {
      throw new IllegalArgumentException("burst " + low + " to " + high);
    }
  }

  /**
   * The burstiness of the writer or of the readers, whichever may be higher; null unless both are
   * known. Idle roles do not count.
   */
  static @Nullable BurstRange of(ClusterWork work, CapacityCurves curves) {
    BurstRange highest = null;
    for (List<InstanceWork> role : List.of(List.of(work.writer()), work.allReaders())) {
      if (role.stream().allMatch(BurstRange::isIdle)) {
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

  private static boolean isIdle(InstanceWork instance) {
    double @Nullable [] onCpu = instance.digests().instance().waits().get(WaitEvent.CPU);
    return onCpu != null && MinuteStatistics.quantile(onCpu, 0.99) <= MAX_IDLE_SESSIONS;
  }

  private static @Nullable BurstRange of(Collection<InstanceWork> role, CapacityCurves curves) {
    BurstSamples samples = new BurstSamples();
    for (InstanceWork instance : role) {
      int day = -1;
      for (CpuSessionCounts stretch : stretches(instance).toList()) {
        if (stretch.second() / TimeUnits.SECONDS_PER_DAY != day) {
          day = stretch.second() / TimeUnits.SECONDS_PER_DAY;
          samples.beginBlock();
        }
        if (isCalm(instance, stretch, curves)) {
          samples.add(stretch.sessions());
        }
      }
    }
    return samples.estimate();
  }

  private static Stream<CpuSessionCounts> stretches(InstanceWork instance) {
    return instance.digests().instance().seconds().stream();
  }

  private static boolean isCalm(
      InstanceWork instance, CpuSessionCounts stretch, CapacityCurves curves) {
    CapacityCurve curve = instance.curve();
    int end = (stretch.second() + stretch.sessions().length - 1) / TimeUnits.SECONDS_PER_MINUTE;
    for (int t = stretch.second() / TimeUnits.SECONDS_PER_MINUTE; t <= end; t++) {
      double work = t < instance.work().length ? instance.work()[t] : Double.NaN;
      if (!(curve.busyCores(work) <= MAX_CALM_UTILISATION * curve.vcpus()
          && curves.stretch(curve, work, 1) <= MAX_CALM_STRETCH)) {
        return false;
      }
    }
    return true;
  }

  /** The range to use: the reader's assumption, else the measured one, else the usual one. */
  public static BurstRange range(SizingAssumptions assumptions, @Nullable BurstRange measured) {
    return isAssumed(assumptions) || measured == null
        ? new BurstRange(
            assumptions.get(ModelAssumption.BURST_LOW), assumptions.get(ModelAssumption.BURST_HIGH))
        : measured;
  }

  /** Whether the reader assumes a range, which wins over the data. */
  public static boolean isAssumed(SizingAssumptions assumptions) {
    return assumptions.changed().containsKey(ModelAssumption.BURST_LOW)
        || assumptions.changed().containsKey(ModelAssumption.BURST_HIGH);
  }

  /** A range bounded to the possible values. */
  static BurstRange within(double low, double high) {
    double bounded = Math.min(HIGHEST, Math.max(1, low));
    return new BurstRange(bounded, Math.min(HIGHEST, Math.max(bounded, high)));
  }

  /** The value {@code part} (0..1) of the way from low to high by equal factors. */
  double at(double part) {
    return low * Math.pow(high / low, part);
  }
}
