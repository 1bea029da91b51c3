package dev.teiten.cpu;

import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import org.jspecify.annotations.Nullable;

/**
 * The CPU work of a host that its sessions on CPU do not explain.
 *
 * @param cores CPU work outside sessions
 * @param handlerShare the part of {@code io/table/sql/handler} waits that is CPU work, 0..1
 */
record BackgroundWork(double cores, double handlerShare) {
  // Blocks of an hour are long enough that sampling noise in the load does not flatten the slopes.
  private static final int MIN_BLOCKS = 24;
  // Above this, an hour's mean stretch differs too much from the stretch of its mean work.
  private static final double MAX_UTILISATION = 0.6;
  private static final double CPU_DEVIATION = 0.03;
  private static final double HANDLER_DEVIATION = 0.2;
  // Errors of consecutive hours are correlated, so they weigh less than their number.
  private static final double NOISE_FACTOR = 3;

  /**
   * Fits work = background + a CPU load stretch + b handler load, with no negative coefficient; the
   * handler share is b/a. CPU and handler load rise and fall together, so the data alone seldom
   * separates a from b. The prior puts a near 1, where load and operating system agree, and b near
   * 0.
   */
  static BackgroundWork estimate(InstanceLoad load, CapacityCurve curve, double[] work) {
    double @Nullable [] cpu = load.waits().get(WaitEvent.CPU);
    double @Nullable [] handler = load.waits().get(InstanceDigests.HANDLER);
    if (cpu == null) {
      return new BackgroundWork(0, 0);
    }
    NnlsFit fit = new NnlsFit(3);
    int blocks = 0;
    for (int from = 0;
        from + TimeUnits.MINUTES_PER_HOUR <= work.length;
        from += TimeUnits.MINUTES_PER_HOUR) {
      double level = mean(work, from);
      double onCpu = mean(cpu, from);
      if (level <= MAX_UTILISATION * curve.capacity() && !Double.isNaN(onCpu)) {
        double inHandler = handler == null ? 0 : zeroIfUnknown(mean(handler, from));
        fit.add(level, 1, onCpu / curve.stretch(level), inHandler);
        blocks++;
      }
    }
    if (blocks < MIN_BLOCKS) {
      return new BackgroundWork(0, 0);
    }
    double noise = NOISE_FACTOR * fit.rootMeanSquare(fit.solve(), blocks);
    fit.add(noise / CPU_DEVIATION, 0, noise / CPU_DEVIATION, 0);
    fit.add(0, 0, 0, noise / HANDLER_DEVIATION);
    double[] coefficients = fit.solve();
    double share = coefficients[1] > 0 ? Math.min(1, coefficients[2] / coefficients[1]) : 0;
    return new BackgroundWork(Math.min(coefficients[0], lowestHour(work)), share);
  }

  /** Upper limit of the background work: all work of the calmest hour. */
  private static double lowestHour(double[] work) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int from = 0;
        from + TimeUnits.MINUTES_PER_HOUR <= work.length;
        from += TimeUnits.MINUTES_PER_HOUR) {
      double level = mean(work, from);
      lowest = level < lowest ? level : lowest;
    }
    return lowest;
  }

  private static double zeroIfUnknown(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** The mean of the known minutes of a block; {@code NaN} if none is known. */
  private static double mean(double[] series, int from) {
    double sum = 0;
    int minutes = 0;
    for (int t = from; t < from + TimeUnits.MINUTES_PER_HOUR; t++) {
      if (!Double.isNaN(series[t])) {
        sum += series[t];
        minutes++;
      }
    }
    return minutes == 0 ? Double.NaN : sum / minutes;
  }
}
