package dev.teiten.size.demand;

import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The CPU work of one call of a query on each day of a week.
 *
 * @param logs logarithm of core-seconds a call by day; all finite
 */
record DailyCallCost(String digest, double[] logs) {
  private static final int DAYS = TimeUnits.DAYS_PER_WEEK;

  /** Share of the sessions on CPU from which on a query matters. */
  private static final double MATERIAL_SHARE = 0.02;

  /** The queries that matter and have calls counted on every day. */
  static List<DailyCallCost> heaviest(ClusterWork work, TimeRange week) {
    List<InstanceWork> instances = new ArrayList<>(work.lasting());
    instances.addAll(work.brief());
    Map<String, Double> onCpu = new HashMap<>();
    for (InstanceWork instance : instances) {
      for (DigestLoad hour : instance.digests().instance().hours()) {
        onCpu.merge(hour.digest(), hour.waits().getOrDefault(WaitEvent.CPU, 0.0), Double::sum);
      }
    }
    double total = onCpu.values().stream().mapToDouble(Double::doubleValue).sum();
    return onCpu.keySet().stream()
        .filter(digest -> onCpu.getOrDefault(digest, 0.0) >= MATERIAL_SHARE * total)
        .sorted()
        .map(digest -> of(digest, instances, week))
        .filter(query -> Arrays.stream(query.logs).allMatch(Double::isFinite))
        .toList();
  }

  private static DailyCallCost of(String digest, List<InstanceWork> instances, TimeRange week) {
    double[] cores = new double[DAYS];
    double[] calls = new double[DAYS];
    for (InstanceWork instance : instances) {
      double[] work = instance.work(List.of(digest));
      for (DigestLoad hour : instance.digests().instance().hours()) {
        Double rate = hour.statistics().get(DigestStatistic.CALLS_PER_SECOND);
        long minute = Duration.between(week.from(), hour.from()).toMinutes();
        if (hour.digest().equals(digest) && rate != null && minute >= 0 && minute < work.length) {
          int from = (int) minute;
          double[] minutes =
              MinuteStatistics.finite(
                  Arrays.copyOfRange(
                      work, from, Math.min(work.length, from + TimeUnits.MINUTES_PER_HOUR)));
          if (minutes.length > 0) {
            int day = Math.min(DAYS - 1, from / TimeUnits.MINUTES_PER_DAY);
            cores[day] += Arrays.stream(minutes).sum() / minutes.length;
            calls[day] += rate;
          }
        }
      }
    }
    double[] logs = new double[DAYS];
    Arrays.setAll(logs, day -> Math.log(cores[day] / calls[day]));
    return new DailyCallCost(digest, logs);
  }

  /** The mean of the logarithms over the days from {@code from} to before {@code to}. */
  double mean(int from, int to) {
    return Arrays.stream(logs, from, to).sum() / (to - from);
  }

  /** The sum of squared deviations of these days from their mean. */
  double squares(int from, int to) {
    double mean = mean(from, to);
    return Arrays.stream(logs, from, to).map(log -> (log - mean) * (log - mean)).sum();
  }
}
