package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a server counted of its digests within one hour, as far as it was watched. */
final class HourCounts {
  private static final int CALLS = DigestStatistic.CALLS_PER_SECOND.ordinal();
  private static final int LATENCY = DigestStatistic.LATENCY_SECONDS.ordinal();

  /** As {@link ServerTotals#digests}. */
  private final Map<String, double[]> sums = new HashMap<>();

  /** How long a digest was watched by runs before this one. */
  private final Map<String, Double> secondsBefore = new HashMap<>();

  private double seconds;

  /**
   * @param grown what was counted in so many seconds
   */
  void add(Map<String, double[]> grown, double inSeconds) {
    seconds += inSeconds;
    grown.forEach(
        (digest, counts) -> {
          double[] sum = sums.computeIfAbsent(digest, d -> new double[counts.length]);
          for (int i = 0; i < sum.length; i++) {
            sum[i] += counts[i];
          }
        });
  }

  /**
   * Takes over what a run before has found.
   *
   * @param watched for how many seconds
   */
  void addRates(String digest, Map<DigestStatistic, Double> rates, double watched) {
    double[] sum = new double[DigestStatistic.values().length];
    rates.forEach((statistic, rate) -> sum[statistic.ordinal()] = rate * watched);
    sum[LATENCY] =
        Objects.requireNonNullElse(rates.get(DigestStatistic.LATENCY_SECONDS), 0.0) * sum[CALLS];
    sums.put(digest, sum);
    secondsBefore.put(digest, watched);
  }

  /** As {@link DigestStatistic} has them; empty of a digest that was not counted. */
  Map<DigestStatistic, Double> rates(String digest) {
    Map<DigestStatistic, Double> rates = new EnumMap<>(DigestStatistic.class);
    double[] sum = sums.get(digest);
    double watched = seconds + secondsBefore.getOrDefault(digest, 0.0);
    if (sum == null || watched <= 0) {
      return rates;
    }
    for (DigestStatistic statistic : DigestStatistic.values()) {
      rates.put(statistic, sum[statistic.ordinal()] / watched);
    }
    if (sum[CALLS] > 0) {
      rates.put(DigestStatistic.LATENCY_SECONDS, sum[LATENCY] / sum[CALLS]);
    } else {
      // There is no mean of no calls.
      rates.remove(DigestStatistic.LATENCY_SECONDS);
    }
    return rates;
  }

  void keep(Set<String> digests) {
    sums.keySet().retainAll(digests);
  }

  Set<String> digests() {
    return sums.keySet();
  }
}
