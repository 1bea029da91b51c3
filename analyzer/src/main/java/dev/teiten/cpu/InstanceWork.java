package dev.teiten.cpu;

import dev.teiten.load.Instance;
import dev.teiten.load.WaitEvent;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The CPU work of one instance by minute, split by digest.
 *
 * <p>The level comes from the operating system: the capacity curve turns the number of busy vCPUs
 * into work. The split comes from the load: under fair sharing, a digest's share of the sessions on
 * CPU, waiting sessions included, equals its share of the work. A minute is NaN if the counter or
 * the load is missing.
 */
public final class InstanceWork {
  /** Samples on CPU that a minute needs for its shares to be used without pooling. */
  private static final double MIN_SAMPLES = 100;

  private static final int SAMPLES_PER_MINUTE = 60;
  private static final int[] HALF_WINDOWS = {0, 2, 7};
  // Beyond this part of the capacity, the curve does not tell the length of the queue.
  private static final double FULL = 0.95;

  private final InstanceDigests digests;
  private final CapacityCurve curve;
  private final double[] work;
  private final BackgroundWork fit;
  private final HostBackground background;
  // Cores per AAS on CPU, by minute, and pooled over neighbouring minutes.
  private final double[] coresPerAas;
  private final byte[] halfWindow;

  /**
   * @param agent whether an agent runs, by minute: then the sessions tell their work, and the
   *     operating system's counter tells the agent's
   */
  InstanceWork(InstanceDigests digests, CapacityCurve curve, double[] work, boolean[] agent) {
    this.digests = digests;
    this.curve = curve;
    this.work = work;
    this.fit = BackgroundWork.estimate(digests.instance(), curve, AgentSearch.without(work, agent));
    this.coresPerAas = new double[work.length];
    this.halfWindow = new byte[work.length];
    double[] agents = new double[work.length];
    double[] prefix = prefix(allCpuAas());
    for (int t = 0; t < work.length; t++) {
      double pooled = pool(t, prefix);
      double split = Math.max(0, work[t] - fit.cores());
      if (agent[t] && !Double.isNaN(split)) {
        double sessions = Math.min(split, sessionWork(t, pooled));
        agents[t] = split - sessions;
        split = sessions;
      }
      coresPerAas[t] = pooled > 0 && !Double.isNaN(split) ? split / pooled : 0;
    }
    this.background = new HostBackground(fit.cores(), agents, agent, work);
  }

  /** The work of the pooled sessions around a minute, by their number alone. */
  private double sessionWork(int t, double pooled) {
    int minutes = Math.min(work.length, t + halfWindow[t] + 1) - Math.max(0, t - halfWindow[t]);
    double stretch = curve.stretch(Math.min(work[t], FULL * curve.capacity()));
    return fit.sessionCores() * pooled / minutes / stretch;
  }

  /** Sessions on CPU: from the instance's waits, or from its digests where their sum is higher. */
  private double[] allCpuAas() {
    double[] byDigest = new double[work.length];
    for (String digest : digests.digests()) {
      digests.addCpu(digest, fit.handlerShare(), byDigest);
    }
    double @Nullable [] cpu = digests.instance().waits().get(WaitEvent.CPU);
    double @Nullable [] handler = digests.instance().waits().get(InstanceDigests.HANDLER);
    for (int t = 0; t < work.length; t++) {
      double byWait = zeroIfUnknown(cpu, t) + fit.handlerShare() * zeroIfUnknown(handler, t);
      byDigest[t] = Math.max(byDigest[t], byWait);
    }
    return byDigest;
  }

  static double zeroIfUnknown(double @Nullable [] series, int t) {
    return series == null || Double.isNaN(series[t]) ? 0 : series[t];
  }

  private double pool(int t, double[] prefix) {
    double sum = 0;
    for (int half : HALF_WINDOWS) {
      halfWindow[t] = (byte) half;
      sum = window(prefix, t, half);
      if (sum * SAMPLES_PER_MINUTE >= MIN_SAMPLES) {
        break;
      }
    }
    return sum;
  }

  private static double[] prefix(double[] values) {
    double[] sums = new double[values.length + 1];
    for (int t = 0; t < values.length; t++) {
      sums[t + 1] = sums[t] + values[t];
    }
    return sums;
  }

  private static double window(double[] prefix, int t, int half) {
    return prefix[Math.min(prefix.length - 1, t + half + 1)] - prefix[Math.max(0, t - half)];
  }

  public Instance instance() {
    return digests.instance().instance();
  }

  /** The digests by minute over which the work was split. */
  public InstanceDigests digests() {
    return digests;
  }

  /** The curve that turns busy vCPUs into work; its gain may be an estimate. */
  public CapacityCurve curve() {
    return curve;
  }

  /**
   * Total work by minute, in cores; {@code NaN} if unknown. The caller does not change the array.
   */
  public double[] work() {
    return work;
  }

  /** The work outside sessions. */
  public HostBackground background() {
    return background;
  }

  /** The work beyond the background by minute, in cores; {@code NaN} if unknown. */
  public double[] sessionWork() {
    double[] sessions = new double[work.length];
    Arrays.setAll(
        sessions, t -> Math.max(0, work[t] - background.cores() - background.agents()[t]));
    return sessions;
  }

  /** The share of the handler waits that is CPU work, 0..1. */
  public double handlerShare() {
    return fit.handlerShare();
  }

  /** The total work of these digests by minute, in cores; {@code NaN} if unknown. */
  public double[] work(Collection<String> of) {
    double[] sum = new double[work.length];
    addWork(of, sum);
    for (int t = 0; t < sum.length; t++) {
      sum[t] = Double.isNaN(work[t]) ? Double.NaN : sum[t];
    }
    return sum;
  }

  /**
   * Work by minute that belongs neither to the background nor to a listed digest; {@code NaN} if
   * unknown.
   */
  public double[] remainder() {
    double[] remainder = work(digests.digests());
    double[] sessions = sessionWork();
    Arrays.setAll(remainder, t -> Math.max(0, sessions[t] - remainder[t]));
    return remainder;
  }

  /** Adds the work of these digests to the known minutes of {@code sum}. */
  void addWork(Collection<String> of, double[] sum) {
    double[] aas = new double[work.length];
    boolean any = false;
    for (String digest : of) {
      if (digests.digests().contains(digest)) {
        digests.addCpu(digest, fit.handlerShare(), aas);
        any = true;
      }
    }
    if (!any) {
      return;
    }
    double[] prefix = prefix(aas);
    for (int t = 0; t < sum.length; t++) {
      sum[t] += coresPerAas[t] * window(prefix, t, halfWindow[t]);
    }
  }
}
