package dev.teiten.size;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.WaitEvent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How bursty work arrives within a minute, read off the queue that it leaves: Performance Insights
 * counts sessions on the CPU and in its queue, the operating system only those on it. The relation
 * of the two in calm minutes is what it is without a queue; what the highest minutes have beyond
 * that is queue, and bursts make it longer than the capacity curve says.
 */
final class Burst {
  /** Work that a calm minute may have for a queue, if it came in bursts of the largest kind. */
  private static final double CALM = 0.01;

  private static final double HIGHEST = 10;

  /** The highest minutes, of all. */
  private static final double PEAK = 0.98;

  /** How well the relation in calm minutes holds in the highest: waits and CPU mix differently. */
  private static final double DOUBT = 0.02;

  private static final double TYPICAL = 3;
  private static final int STEPS = 30;

  private final Curves curves;
  private final InstanceWork instance;
  private final double[] onCpu;
  private double calmSessions;
  private double calmBusy;
  private double peakSessions;
  private double peakBusy;
  private int peakMinutes;

  private Burst(Curves curves, InstanceWork instance, double[] onCpu) {
    this.curves = curves;
    this.instance = instance;
    this.onCpu = onCpu;
  }

  /**
   * Variance over mean of the work that arrives, at its upper end; the highest over the instances.
   * Null if none of them queues enough to tell.
   */
  static @Nullable Double of(Collection<InstanceWork> instances, Curves curves) {
    double highest = Double.NaN;
    for (InstanceWork instance : instances) {
      double[] onCpu = instance.digests().instance().waits().get(WaitEvent.CPU);
      double burst = onCpu == null ? Double.NaN : new Burst(curves, instance, onCpu).estimate();
      highest = Double.isNaN(highest) || burst > highest ? burst : highest;
    }
    return Double.isNaN(highest) ? null : highest;
  }

  private double estimate() {
    double threshold = Series.quantile(instance.work(), PEAK);
    for (int t = 0; t < onCpu.length; t++) {
      add(t, threshold);
    }
    if (!(calmSessions > 0) || peakMinutes == 0) {
      return Double.NaN;
    }
    double relation = calmSessions / calmBusy;
    double doubt = DOUBT * peakBusy + 2 * Math.sqrt(peakSessions / 60 + calmScatter()) / relation;
    if (!(queue(TYPICAL, threshold) > 3 * doubt)) {
      return Double.NaN;
    }
    double seen = peakSessions / relation - peakBusy + doubt;
    double low = 1;
    double high = HIGHEST;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (queue(middle, threshold) < seen) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** What the sampling of the calm minutes adds to the doubt about the highest ones. */
  private double calmScatter() {
    return calmSessions / 60 * Math.pow(peakBusy / calmBusy, 2);
  }

  private void add(int t, double threshold) {
    double work = instance.work()[t];
    CapacityCurve curve = instance.curve();
    double busy = curve.busyCores(work) - instance.backgroundCores();
    if (!(busy > 0) || Double.isNaN(onCpu[t])) {
      return;
    }
    if (work >= threshold && work < curve.capacity()) {
      peakSessions += onCpu[t];
      peakBusy += busy;
      peakMinutes++;
    } else if (curves.queue(curve, work, HIGHEST) < CALM * busy) {
      calmSessions += onCpu[t];
      calmBusy += busy;
    }
  }

  /** Sessions that the highest minutes would have in the queue, added up. */
  private double queue(double burst, double threshold) {
    double sum = 0;
    for (int t = 0; t < onCpu.length; t++) {
      double work = instance.work()[t];
      if (work >= threshold && work < instance.curve().capacity() && !Double.isNaN(onCpu[t])) {
        sum += curves.queue(instance.curve(), work, burst);
      }
    }
    return sum;
  }
}
