package dev.teiten.rank;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.WaitEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the hours of one query on one instance. Each hour counts with its covered minutes. A
 * ratio takes only the hours in which both of its sides are known.
 */
final class HourSums {
  private double load;
  private double countedLoad;
  private double calls;
  private double timedCalls;
  private double callSeconds;
  private double timedLoad;
  // By statistic: its sum, and the calls of the hours in which it is known.
  private final double[] counted = new double[DigestStatistic.values().length];
  private final double[] countedCalls = new double[DigestStatistic.values().length];
  private final Map<WaitEvent, Double> waits = new TreeMap<>();

  void add(DigestLoad hour, int coveredMinutes) {
    double weight = coveredMinutes;
    load += weight * hour.loadAas();
    hour.waits().forEach((wait, aas) -> waits.merge(wait, weight * aas, Double::sum));
    Double rate = hour.statistics().get(DigestStatistic.CALLS_PER_SECOND);
    if (rate == null) {
      return;
    }
    countedLoad += weight * hour.loadAas();
    calls += weight * rate;
    Double latency = hour.statistics().get(DigestStatistic.LATENCY_SECONDS);
    if (latency != null) {
      timedCalls += weight * rate;
      timedLoad += weight * hour.loadAas();
      callSeconds += weight * rate * latency;
    }
    hour.statistics()
        .forEach(
            (statistic, value) -> {
              counted[statistic.ordinal()] += weight * value;
              countedCalls[statistic.ordinal()] += weight * rate;
            });
  }

  void add(HourSums other) {
    load += other.load;
    countedLoad += other.countedLoad;
    calls += other.calls;
    timedCalls += other.timedCalls;
    callSeconds += other.callSeconds;
    timedLoad += other.timedLoad;
    for (int i = 0; i < counted.length; i++) {
      counted[i] += other.counted[i];
      countedCalls[i] += other.countedCalls[i];
    }
    other.waits.forEach((wait, sum) -> waits.merge(wait, sum, Double::sum));
  }

  /** AAS minutes. */
  double load() {
    return load;
  }

  /** The part of the load of each wait event, 0..1; load without a wait event is left out. */
  Map<WaitEvent, Double> waitShares() {
    Map<WaitEvent, Double> shares = new TreeMap<>();
    waits.forEach((wait, sum) -> shares.put(wait, load > 0 ? sum / load : 0));
    return shares;
  }

  /**
   * Calls per second times minutes; hours without a count are filled in proportion to their load.
   * Null if no hour has a count.
   */
  @Nullable Double calls() {
    if (countedLoad > 0) {
      return calls * load / countedLoad;
    }
    return calls > 0 ? calls : null;
  }

  /** The part of the load, 0..1, in hours without counted calls. */
  double uncountedShare() {
    return load > 0 ? Math.max(0, 1 - countedLoad / load) : 0;
  }

  @Nullable Double latencySeconds() {
    return timedCalls > 0 ? callSeconds / timedCalls : null;
  }

  @Nullable Double rowsExaminedPerCall() {
    return perCall(DigestStatistic.ROWS_EXAMINED_PER_SECOND);
  }

  @Nullable Double rowsSentPerCall() {
    return perCall(DigestStatistic.ROWS_SENT_PER_SECOND);
  }

  /**
   * A statistic that is counted a second, by call; null if it is unknown.
   *
   * @param statistic not the latency, which is a mean already
   */
  @Nullable Double perCall(DigestStatistic statistic) {
    double knownCalls = countedCalls[statistic.ordinal()];
    return knownCalls > 0 ? counted[statistic.ordinal()] / knownCalls : null;
  }

  /**
   * The deviation of calls times latency from the load, relative to the load (Little's law); null
   * without statistics.
   */
  @Nullable Double littleError() {
    return timedLoad > 0 && timedCalls > 0 ? Math.abs(callSeconds - timedLoad) / timedLoad : null;
  }
}
