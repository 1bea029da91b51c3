package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call of a query costs on each day of a week.
 *
 * @param logs logarithm of core-seconds a call by day; all known
 */
record DailyCallCost(String digest, double[] logs) {
  static final int DAYS = 7;

  /** Of the sessions on CPU, what a query needs to have for its level to matter. */
  private static final double MATERIAL = 0.02;

  /** Those of the heaviest queries that were called on every day, and counted. */
  static List<DailyCallCost> heaviest(ClusterWork work, TimeRange week) {
    List<InstanceWork> instances = new ArrayList<>(work.lasting());
    instances.addAll(work.brief());
    Map<String, Double> onCpu = new HashMap<>();
    for (InstanceWork instance : instances) {
      for (DigestLoad hour : instance.digests().instance().hours()) {
        onCpu.merge(hour.digest(), hour.waits().getOrDefault(WaitEvent.CPU, 0.0), Double::sum);
      }
    }
    double all = onCpu.values().stream().mapToDouble(Double::doubleValue).sum();
    return onCpu.keySet().stream()
        .filter(digest -> onCpu.getOrDefault(digest, 0.0) >= MATERIAL * all)
        .sorted()
        .map(digest -> of(digest, instances, week))
        .filter(query -> Arrays.stream(query.logs).allMatch(Double::isFinite))
        .toList();
  }

  private static DailyCallCost of(String digest, List<InstanceWork> instances, TimeRange week) {
    double[] cores = new double[DAYS];
    double[] calls = new double[DAYS];
    for (InstanceWork instance : instances) {
      double[] own = instance.work(List.of(digest));
      for (DigestLoad hour : instance.digests().instance().hours()) {
        Double rate = hour.statistics().get(DigestStatistic.CALLS_PER_SECOND);
        long minute = Duration.between(week.from(), hour.from()).toMinutes();
        if (hour.digest().equals(digest) && rate != null && minute >= 0 && minute < own.length) {
          int from = (int) minute;
          double[] known =
              MinuteStatistics.finite(
                  Arrays.copyOfRange(own, from, Math.min(own.length, from + 60)));
          if (known.length > 0) {
            int day = Math.min(DAYS - 1, from / DayPeaks.MINUTES_A_DAY);
            cores[day] += Arrays.stream(known).sum() / known.length;
            calls[day] += rate;
          }
        }
      }
    }
    double[] logs = new double[DAYS];
    Arrays.setAll(logs, day -> Math.log(cores[day] / calls[day]));
    return new DailyCallCost(digest, logs);
  }

  /** Over the days from one to before another. */
  double mean(int from, int to) {
    return Arrays.stream(logs, from, to).sum() / (to - from);
  }

  /** Squared deviations from their mean, summed. */
  double squares(int from, int to) {
    double mean = mean(from, to);
    return Arrays.stream(logs, from, to).map(log -> (log - mean) * (log - mean)).sum();
  }
}
