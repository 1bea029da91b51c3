package dev.teiten.cpu;

import dev.teiten.archive.InstanceLoad;
import dev.teiten.load.WaitEvent;
import org.jspecify.annotations.Nullable;

/**
 * What of a host's CPU work the sessions on CPU do not explain.
 *
 * @param cores work that no session causes
 * @param handlerShare the part of {@code io/table/sql/handler} waits that is CPU work, 0..1
 */
record Background(double cores, double handlerShare) {
  // An hour: long enough that sampling noise in the load does not flatten the slopes.
  private static final int BLOCK = 60;
  private static final int MIN_BLOCKS = 24;
  // Nearer to saturation a small error of the work is a large one of the stretch.
  private static final double MAX_UTILISATION = 0.9;

  /**
   * Fits work = background + a CPU load / stretch + b handler load, nothing negative; the handler
   * share is b/a.
   */
  static Background estimate(InstanceLoad load, CapacityCurve curve, double[] work) {
    double @Nullable [] cpu = load.waits().get(WaitEvent.CPU);
    double @Nullable [] handler = load.waits().get(InstanceDigests.HANDLER);
    if (cpu == null) {
      return new Background(0, 0);
    }
    Nnls fit = new Nnls(3);
    int blocks = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (int from = 0; from + BLOCK <= work.length; from += BLOCK) {
      double level = mean(work, from);
      double onCpu = mean(cpu, from);
      if (level <= MAX_UTILISATION * curve.capacity() && !Double.isNaN(onCpu)) {
        double inHandler = handler == null ? 0 : zeroIfUnknown(mean(handler, from));
        fit.add(level, 1, onCpu / curve.stretch(level), inHandler);
        lowest = Math.min(lowest, level);
        blocks++;
      }
    }
    if (blocks < MIN_BLOCKS) {
      return new Background(0, 0);
    }
    double[] found = fit.solve();
    double share = found[1] > 0 ? Math.min(1, found[2] / found[1]) : 0;
    return new Background(Math.min(found[0], lowest), share);
  }

  private static double zeroIfUnknown(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** The mean of the known minutes of a block; {@code NaN} if there is none. */
  private static double mean(double[] series, int from) {
    double sum = 0;
    int known = 0;
    for (int t = from; t < from + BLOCK; t++) {
      if (!Double.isNaN(series[t])) {
        sum += series[t];
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }
}
