package dev.teiten.cpu;

import dev.teiten.archive.DigestLoad;
import dev.teiten.load.DigestStatistic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the second hyperthread of a core adds, seen from the work: with the right gain the work is a
 * sum of calls times a constant for each digest, at low load and at high load. Below 55 % busy
 * every gain explains the data equally well, and the default stands.
 */
final class HyperthreadGain {
  private static final double MIN_PEAK_UTILISATION = 0.55;
  private static final double[] CANDIDATES = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4};
  // A candidate must leave a tenth less unexplained than the default does.
  private static final double BETTER = 0.9;
  private static final int DIGESTS = 10;
  private static final int MIN_HOURS = 72;
  // Beyond this the host turns work away or delays it, and calls and work fall apart.
  private static final double SATURATED = 0.97;

  private HyperthreadGain() {}

  /** The gain to use for {@code vcpus} hyperthreads with this utilization (0..1) by minute. */
  static double estimate(int vcpus, double[] utilisation, InstanceDigests digests, HourGrid grid) {
    double[] known = Arrays.stream(utilisation).filter(u -> !Double.isNaN(u)).sorted().toArray();
    if (known.length == 0 || known[(int) (known.length * 0.99)] < MIN_PEAK_UTILISATION) {
      return CapacityCurve.DEFAULT_GAIN;
    }
    double[][] calls = callsByHour(digests, grid);
    double best = CapacityCurve.DEFAULT_GAIN;
    double least = BETTER * residual(best, vcpus, utilisation, calls, grid);
    for (double gain : CANDIDATES) {
      double residual = residual(gain, vcpus, utilisation, calls, grid);
      if (residual < least) {
        least = residual;
        best = gain;
      }
    }
    return best;
  }

  /** Calls a second of the top digests, one row an hour; 0 where an hour lacks one. */
  private static double[][] callsByHour(InstanceDigests digests, HourGrid grid) {
    Map<String, Double> load = new HashMap<>();
    for (DigestLoad hour : digests.instance().hours()) {
      if (hour.statistics().containsKey(DigestStatistic.CALLS_PER_SECOND)) {
        load.merge(hour.digest(), hour.loadAas(), Double::sum);
      }
    }
    List<String> top =
        load.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
            .limit(DIGESTS)
            .map(Map.Entry::getKey)
            .toList();
    double[][] calls = new double[grid.hours()][top.size() + 1];
    for (DigestLoad hour : digests.instance().hours()) {
      int row = grid.hourOf(hour.from());
      int column = top.indexOf(hour.digest());
      if (row >= 0 && column >= 0) {
        calls[row][column + 1] =
            hour.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
        calls[row][0] = 1;
      }
    }
    return calls;
  }

  private static double residual(
      double gain, int vcpus, double[] utilisation, double[][] calls, HourGrid grid) {
    CapacityCurve curve = new CapacityCurve(vcpus, gain, 1);
    Nnls fit = new Nnls(calls[0].length);
    int rows = 0;
    for (int hour = 0; hour < grid.hours(); hour++) {
      double work = hourlyWork(curve, utilisation, grid, hour);
      if (!Double.isNaN(work) && calls[hour][0] > 0) {
        fit.add(work, calls[hour]);
        rows++;
      }
    }
    return rows < MIN_HOURS ? 1 : fit.residual(fit.solve());
  }

  private static double hourlyWork(
      CapacityCurve curve, double[] utilisation, HourGrid grid, int hour) {
    double sum = 0;
    int known = 0;
    for (int t = grid.firstMinute(hour); t < grid.endMinute(hour); t++) {
      if (utilisation[t] > SATURATED) {
        return Double.NaN;
      }
      if (!Double.isNaN(utilisation[t])) {
        sum += curve.work(utilisation[t] * curve.vcpus());
        known++;
      }
    }
    return known < 30 ? Double.NaN : sum / known;
  }
}
