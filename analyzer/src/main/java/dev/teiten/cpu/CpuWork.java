package dev.teiten.cpu;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.Sentence;
import dev.teiten.load.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CPU work of a cluster by minute of a week, split by digest. Unknown work is left out and
 * reported. An instance has no work here if it lacks the operating system's CPU counter, or if its
 * class has unknown hardware.
 *
 * <p>Work is counted in cores of the instance's class. Cluster figures are sums over the instances.
 */
public final class CpuWork {
  private final List<InstanceWork> instances;
  private final Map<Instance, Sentence> unknown;
  private final List<InstanceDigests> digests;
  private final double[] cluster;

  private CpuWork(
      ClusterLoad load,
      List<InstanceWork> instances,
      Map<Instance, Sentence> unknown,
      List<InstanceDigests> digests) {
    this.instances = List.copyOf(instances);
    this.unknown = Collections.unmodifiableMap(unknown);
    this.digests = List.copyOf(digests);
    this.cluster = sum(load, this.instances);
  }

  public static CpuWork of(ClusterLoad load) {
    List<InstanceWork> instances = new ArrayList<>();
    Map<Instance, Sentence> unknown = new LinkedHashMap<>();
    List<InstanceDigests> allDigests = new ArrayList<>();
    HourGrid grid = HourGrid.of(load.week().range());
    for (InstanceLoad instance : load.instances()) {
      InstanceDigests digests = InstanceDigests.of(instance, load.week().range());
      allDigests.add(digests);
      Optional<InstanceClass> hardware = InstanceClasses.of(instance.instance());
      double @Nullable [] utilisation = instance.counters().get(InstanceCounter.CPU_UTILISATION);
      Sentence reason = unknownReason(instance, hardware.isPresent());
      if (reason != null || utilisation == null) {
        unknown.put(
            instance.instance(), Objects.requireNonNullElseGet(reason, CpuText.NO_COUNTER::of));
      } else {
        instances.add(instanceWork(digests, hardware.orElseThrow(), utilisation, grid));
      }
    }
    return new CpuWork(load, instances, unknown, allDigests);
  }

  /** Why the work of an instance is not known; null if it is. */
  private static @Nullable Sentence unknownReason(InstanceLoad instance, boolean knownHardware) {
    boolean serverless = instance.instance().isServerless();
    if (!anyKnown(instance.total())) {
      return CpuText.NO_DATA.of();
    } else if (serverless && !anyKnown(instance.counters().get(InstanceCounter.ACU_ALLOCATED))) {
      return CpuText.NO_ALLOCATION.of();
    } else if (!anyKnown(instance.counters().get(InstanceCounter.CPU_UTILISATION))) {
      return CpuText.NO_COUNTER.of();
    } else if (!knownHardware) {
      String named = Objects.requireNonNullElse(instance.instance().instanceClass(), "?");
      return serverless ? CpuText.NO_ACU_RANGE.of() : CpuText.UNKNOWN_HARDWARE.of(named);
    }
    return null;
  }

  private static InstanceWork instanceWork(
      InstanceDigests digests, InstanceClass hardware, double[] utilisation, HourGrid grid) {
    InstanceLoad instance = digests.instance();
    double[] vcpus = UtilisedVcpus.of(instance, hardware);
    double[] busy = new double[utilisation.length];
    for (int t = 0; t < busy.length; t++) {
      // Without a total load the work cannot be split.
      busy[t] = Double.isNaN(instance.total()[t]) ? Double.NaN : utilisation[t] * vcpus[t];
    }
    CapacityCurve usual = CapacityCurve.of(hardware, CapacityCurve.DEFAULT_GAIN);
    boolean[] agent = AgentSearch.find(instance, usual, work(usual, busy));
    double gain =
        hardware.hyperthreaded()
            ? HyperthreadGain.estimate(
                hardware.vcpus(), AgentSearch.without(utilisation, agent), digests, grid)
            : 1;
    CapacityCurve curve = CapacityCurve.of(hardware, gain);
    return new InstanceWork(digests, curve, work(curve, busy), agent);
  }

  private static double[] work(CapacityCurve curve, double[] busy) {
    return Arrays.stream(busy).map(curve::work).toArray();
  }

  private static boolean anyKnown(double @Nullable [] series) {
    return series != null && Arrays.stream(series).anyMatch(value -> !Double.isNaN(value));
  }

  /**
   * Sums the minutes for which every living instance has data; a partial sum would look like a drop
   * in load. An instance lives from its first known minute of the week to its last, without the
   * time in which it was stopped.
   */
  private static double[] sum(ClusterLoad load, List<InstanceWork> instances) {
    double[] sum = new double[load.minutes()];
    boolean[] alive = new boolean[sum.length];
    TimeRange week = load.week().range();
    for (InstanceWork instance : instances) {
      double[] work = instance.work();
      BitSet living = load.timeline().of(instance.instance()).livingMinutes(week, work);
      int last = lastKnown(work);
      for (int t = firstKnown(work); t <= last; t++) {
        if (living.get(t)) {
          sum[t] += work[t];
          alive[t] = true;
        }
      }
    }
    Arrays.setAll(sum, t -> alive[t] ? sum[t] : Double.NaN);
    return sum;
  }

  private static int firstKnown(double[] series) {
    int t = 0;
    while (t < series.length && Double.isNaN(series[t])) {
      t++;
    }
    return t;
  }

  private static int lastKnown(double[] series) {
    int t = series.length - 1;
    while (t >= 0 && Double.isNaN(series[t])) {
      t--;
    }
    return t;
  }

  /** The instances with known work, in the cluster's order. */
  public List<InstanceWork> instances() {
    return instances;
  }

  /** The digests by minute of every instance, with known work or not. */
  public List<InstanceDigests> digests() {
    return digests;
  }

  /** The instances with unknown work, and the reason for each. */
  public Map<Instance, Sentence> unknown() {
    return unknown;
  }

  /**
   * The total work of the known instances by minute, in cores; {@code NaN} if an instance has no
   * data. The caller does not change the array.
   */
  public double[] cluster() {
    return cluster;
  }

  /**
   * The work of these digests on all known instances by minute; {@code NaN} in the same minutes as
   * {@link #cluster()}.
   */
  public double[] work(Collection<String> digests) {
    double[] sum = new double[cluster.length];
    for (InstanceWork instance : instances) {
      instance.addWork(digests, sum);
    }
    for (int t = 0; t < sum.length; t++) {
      sum[t] = Double.isNaN(cluster[t]) ? Double.NaN : sum[t];
    }
    return sum;
  }

  /** The share (0..1) of the CPU work that belongs to a listed statement; null if none is known. */
  public @Nullable Double explainedShare() {
    double explained = 0;
    double all = 0;
    for (InstanceWork instance : instances) {
      double[] listed = instance.work(instance.digests().digests());
      for (int t = 0; t < listed.length; t++) {
        if (!Double.isNaN(listed[t])) {
          explained += listed[t];
          all += instance.work()[t];
        }
      }
    }
    return all > 0 ? Double.valueOf(Math.min(1, explained / all)) : null;
  }
}
