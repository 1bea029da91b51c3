package dev.teiten.cpu;

import java.util.Arrays;

/**
 * Estimates how much work the second hyperthread of a core adds. With the right gain, a call takes
 * equal work in the calm and in the busy hours of a day. Below 55 % utilization every gain explains
 * the data equally well, and the default is used.
 */
final class HyperthreadGain {
  private static final double MIN_PEAK_UTILISATION = 0.55;
  private static final double[] CANDIDATES = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4};
  // A candidate must lower the unexplained part by a tenth compared with the default.
  private static final double BETTER = 0.9;
  // Above this the host rejects or delays work, so calls and work no longer match.
  private static final double SATURATED = 0.97;
  private static final int MIN_MINUTES = 30;

  private HyperthreadGain() {}

  /** The gain for {@code vcpus} hyperthreads with this utilization (0..1) by minute. */
  static double estimate(int vcpus, double[] utilisation, InstanceDigests digests, HourGrid grid) {
    double[] sorted = Arrays.stream(utilisation).filter(u -> !Double.isNaN(u)).sorted().toArray();
    if (sorted.length == 0 || sorted[(int) (sorted.length * 0.99)] < MIN_PEAK_UTILISATION) {
      return CapacityCurve.DEFAULT_GAIN;
    }
    HourlyCalls calls = HourlyCalls.of(digests, grid);
    CapacityCurve usual = new CapacityCurve(vcpus, CapacityCurve.DEFAULT_GAIN, 1);
    double[] work = new double[utilisation.length];
    Arrays.setAll(work, t -> usual.work(utilisation[t] * vcpus));
    double background = BackgroundWork.estimate(digests.instance(), usual, work).cores();
    double best = CapacityCurve.DEFAULT_GAIN;
    double least = BETTER * calls.unexplained(hourly(usual, utilisation, grid), background);
    for (double gain : CANDIDATES) {
      CapacityCurve curve = new CapacityCurve(vcpus, gain, 1);
      double left = calls.unexplained(hourly(curve, utilisation, grid), background);
      if (left < least) {
        least = left;
        best = gain;
      }
    }
    return best;
  }

  /** Mean work by hour, in cores; {@code NaN} if too little is known or the host was saturated. */
  private static double[] hourly(CapacityCurve curve, double[] utilisation, HourGrid grid) {
    double[] work = new double[grid.hours()];
    for (int hour = 0; hour < work.length; hour++) {
      double sum = 0;
      int minutes = 0;
      for (int t = grid.firstMinute(hour); t < grid.endMinute(hour); t++) {
        if (!Double.isNaN(utilisation[t])) {
          sum +=
              utilisation[t] > SATURATED ? Double.NaN : curve.work(utilisation[t] * curve.vcpus());
          minutes++;
        }
      }
      work[hour] = minutes < MIN_MINUTES ? Double.NaN : sum / minutes;
    }
    return work;
  }
}
