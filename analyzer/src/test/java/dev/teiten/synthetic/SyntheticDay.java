package dev.teiten.synthetic;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One query of a synthetic cluster on one day of a past week. */
final class SyntheticDay {
  private final SyntheticCluster cluster;
  private final SharedNoise noise;
  private final SyntheticQuery query;

  SyntheticDay(SyntheticCluster cluster, SharedNoise noise, SyntheticQuery query) {
    this.cluster = cluster;
    this.noise = noise;
    this.query = query;
  }

  DigestLoad of(ReviewWeek week, int w, int day) {
    int minute = day * 1440;
    int instances = cluster.readers + 1;
    double rate =
        instances
            * query.callsPerSecond()
            * noise.calls(query.digest(), w, day)
            * cluster.factor(query.digest(), SyntheticShift.On.CALLS, w, minute);
    double cpuFactor = cluster.factor(query.digest(), SyntheticShift.On.CPU, w, minute);
    SplittableRandom random = noise.split();
    double cpu = seen(random, rate * cpuFactor * query.cpuSeconds());
    double handler = seen(random, rate * cpuFactor * query.handlerSeconds());
    double lockFactor = cluster.factor(query.digest(), SyntheticShift.On.LOCK, w, minute);
    double lock = seen(random, rate * lockFactor * query.lockSeconds());
    return new DigestLoad(
        week.range().from().plus(day, ChronoUnit.DAYS),
        query.digest(),
        cpu + handler + lock,
        Map.of(WaitEvent.CPU, cpu, SyntheticMinutes.HANDLER, handler, SyntheticMinutes.LOCK, lock),
        rate == 0
            ? Map.of()
            : Map.of(
                DigestStatistic.CALLS_PER_SECOND,
                rate,
                DigestStatistic.LATENCY_SECONDS,
                (cpu + handler + lock) / rate));
  }

  private double seen(SplittableRandom random, double mean) {
    return cluster.sampled ? SharedNoise.sample(random, mean, 86_400) : mean;
  }

  /** The days of the reviewed week, added up from the hours of the instances. */
  static List<DigestLoad> fromHours(List<InstanceLoad> instances) {
    Map<String, List<DigestLoad>> byDay = new TreeMap<>();
    for (InstanceLoad instance : instances) {
      for (DigestLoad hour : instance.hours()) {
        Instant day = hour.from().truncatedTo(ChronoUnit.DAYS);
        byDay.computeIfAbsent(day + " " + hour.digest(), k -> new ArrayList<>()).add(hour);
      }
    }
    return byDay.values().stream().map(SyntheticDay::day).toList();
  }

  private static DigestLoad day(List<DigestLoad> hours) {
    double load = 0;
    double rate = 0;
    Map<WaitEvent, Double> waits = new HashMap<>();
    for (DigestLoad hour : hours) {
      load += hour.loadAas() / 24;
      rate += hour.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0) / 24;
      hour.waits().forEach((wait, aas) -> waits.merge(wait, aas / 24, Double::sum));
    }
    Instant day = hours.get(0).from().truncatedTo(ChronoUnit.DAYS);
    Map<DigestStatistic, Double> statistics =
        rate == 0
            ? Map.of()
            : Map.of(
                DigestStatistic.CALLS_PER_SECOND,
                rate,
                DigestStatistic.LATENCY_SECONDS,
                load / rate);
    return new DigestLoad(day, hours.get(0).digest(), load, waits, statistics);
  }
}
