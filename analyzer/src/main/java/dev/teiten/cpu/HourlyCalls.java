package dev.teiten.cpu;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls and CPU load of the top digests of an instance by hour.
 *
 * @param calls calls per second by hour and digest
 * @param cpuShare the digest's share of all sessions on CPU in the hour, 0..1
 */
record HourlyCalls(double[][] calls, double[][] cpuShare) {
  private static final int DIGESTS = 10;
  private static final int MIN_HOURS_OF_DAY = 12;

  static HourlyCalls of(InstanceDigests digests, HourGrid grid) {
    List<String> top = top(digests);
    double[][] calls = new double[grid.hours()][top.size()];
    double[][] shares = new double[grid.hours()][top.size()];
    double @Nullable [] cpuAas = digests.instance().waits().get(WaitEvent.CPU);
    for (DigestLoad load : digests.instance().hours()) {
      int hour = grid.hourOf(load.from());
      int column = top.indexOf(load.digest());
      double onCpu = hour < 0 || cpuAas == null ? 0 : mean(cpuAas, grid, hour);
      if (column >= 0 && onCpu > 0) {
        calls[hour][column] = rate(load);
        shares[hour][column] = load.waits().getOrDefault(WaitEvent.CPU, 0.0) / onCpu;
      }
    }
    return new HourlyCalls(calls, shares);
  }

  private static double rate(DigestLoad load) {
    return load.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
  }

  private static List<String> top(InstanceDigests digests) {
    Map<String, Double> load = new HashMap<>();
    for (DigestLoad hour : digests.instance().hours()) {
      if (rate(hour) > 0) {
        load.merge(hour.digest(), hour.waits().getOrDefault(WaitEvent.CPU, 0.0), Double::sum);
      }
    }
    return load.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(DIGESTS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double mean(double[] series, HourGrid grid, int hour) {
    double sum = 0;
    int minutes = 0;
    for (int t = grid.firstMinute(hour); t < grid.endMinute(hour); t++) {
      if (!Double.isNaN(series[t])) {
        sum += series[t];
        minutes++;
      }
    }
    return minutes == 0 ? 0 : sum / minutes;
  }

  /**
   * How far the work of the digests differs from the product of calls and the day's mean work per
   * call: the mean square of the logarithm. Each day has its own mean, so a deploy or a plan change
   * between two days does not look like a wrong curve. The result is 1 without enough data.
   *
   * @param work work of the instance by hour, in cores; {@code NaN} if unknown
   * @param background cores of background work
   */
  double unexplained(double[] work, double background) {
    double squares = 0;
    int hours = 0;
    for (int first = 0;
        first + TimeUnits.HOURS_PER_DAY <= work.length;
        first += TimeUnits.HOURS_PER_DAY) {
      double[] perCall = perCall(work, background, first);
      for (int hour = first; hour < first + TimeUnits.HOURS_PER_DAY; hour++) {
        double expected = 0;
        double seen = 0;
        for (int i = 0; i < perCall.length; i++) {
          expected += calls[hour][i] * perCall[i];
          seen += cpuShare[hour][i] * (work[hour] - background);
        }
        if (expected > 0 && seen > 0) {
          squares += Math.pow(Math.log(seen / expected), 2);
          hours++;
        }
      }
    }
    return hours < 2 * TimeUnits.HOURS_PER_DAY ? 1 : squares / hours;
  }

  /** Work per call of each digest on one day, in core-seconds; 0 if too few hours are known. */
  private double[] perCall(double[] work, double background, int first) {
    double[] cores = new double[calls[first].length];
    double[] rate = new double[cores.length];
    int hours = 0;
    for (int hour = first; hour < first + TimeUnits.HOURS_PER_DAY; hour++) {
      if (!Double.isNaN(work[hour])) {
        hours++;
        for (int i = 0; i < cores.length; i++) {
          cores[i] += cpuShare[hour][i] * (work[hour] - background);
          rate[i] += calls[hour][i];
        }
      }
    }
    for (int i = 0; i < cores.length; i++) {
      cores[i] = hours >= MIN_HOURS_OF_DAY && rate[i] > 0 ? cores[i] / rate[i] : 0;
    }
    return cores;
  }
}
