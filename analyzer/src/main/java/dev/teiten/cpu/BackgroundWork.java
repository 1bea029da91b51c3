package dev.teiten.cpu;

import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import org.jspecify.annotations.Nullable;

/**
 * How the CPU work of a host divides between its sessions and a constant background.
 *
 * @param cores CPU work outside sessions
 * @param sessionCores CPU work of a session on CPU without its queue, in cores; near 1
 * @param handlerShare the part of {@code io/table/sql/handler} waits that is CPU work, 0..1
 */
record BackgroundWork(double cores, double sessionCores, double handlerShare) {
  /** Standard deviation of the prior of the handlers' share of CPU work, whose mean is 0. */
  static final double HANDLER_DEVIATION = 0.2;

  // Blocks of an hour are long enough that sampling noise in the load does not flatten the slopes.
  private static final int MIN_BLOCKS = 24;
  // Above this, an hour's mean stretch differs too much from the stretch of its mean work.
  private static final double MAX_UTILISATION = 0.6;
  private static final double CPU_DEVIATION = 0.03;
  // Errors of consecutive hours are correlated, so they weigh less than their number.
  private static final double NOISE_FACTOR = 3;

  /**
   * Fits work = background + a CPU load stretch + b handler load, with no negative coefficient; the
   * handler share is b/a. CPU and handler load rise and fall together, so the data alone seldom
   * separates a from b. The prior puts a near 1, where load and operating system agree, and b near
   * 0.
   *
   * @param work in cores by minute; minutes with {@code NaN} are left out
   */
  static BackgroundWork estimate(InstanceLoad load, CapacityCurve curve, double[] work) {
    double @Nullable [] cpu = load.waits().get(WaitEvent.CPU);
    double @Nullable [] handler = load.waits().get(InstanceDigests.HANDLER);
    if (cpu == null) {
      return new BackgroundWork(0, 1, 0);
    }
    NnlsFit fit = new NnlsFit(3);
    int blocks = 0;
    for (int from = 0;
        from + TimeUnits.MINUTES_PER_HOUR <= work.length;
        from += TimeUnits.MINUTES_PER_HOUR) {
      double level = mean(work, work, from);
      double onCpu = mean(cpu, work, from);
      if (level <= MAX_UTILISATION * curve.capacity() && !Double.isNaN(onCpu)) {
        double inHandler = handler == null ? 0 : zeroIfUnknown(mean(handler, work, from));
        fit.add(level, 1, onCpu / curve.stretch(level), inHandler);
        blocks++;
      }
    }
    if (blocks < MIN_BLOCKS) {
      return new BackgroundWork(0, 1, 0);
    }
    double noise = NOISE_FACTOR * fit.rootMeanSquare(fit.solve(), blocks);
    fit.add(noise / CPU_DEVIATION, 0, noise / CPU_DEVIATION, 0);
    fit.add(0, 0, 0, noise / HANDLER_DEVIATION);
    double[] coefficients = fit.solve();
    double share = coefficients[1] > 0 ? Math.min(1, coefficients[2] / coefficients[1]) : 0;
    return new BackgroundWork(Math.min(coefficients[0], lowestHour(work)), coefficients[1], share);
  }

  /** Upper limit of the background work: all work of the calmest hour. */
  private static double lowestHour(double[] work) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int from = 0;
        from + TimeUnits.MINUTES_PER_HOUR <= work.length;
        from += TimeUnits.MINUTES_PER_HOUR) {
      double level = mean(work, work, from);
      lowest = level < lowest ? level : lowest;
    }
    return lowest;
  }

  private static double zeroIfUnknown(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /**
   * The mean over the minutes of an hour with known work and value; {@code NaN} if there is none.
   */
  private static double mean(double[] series, double[] work, int from) {
    double sum = 0;
    int minutes = 0;
    for (int t = from; t < from + TimeUnits.MINUTES_PER_HOUR; t++) {
      if (!Double.isNaN(work[t]) && !Double.isNaN(series[t])) {
        sum += series[t];
        minutes++;
      }
    }
    return minutes == 0 ? Double.NaN : sum / minutes;
  }
}
