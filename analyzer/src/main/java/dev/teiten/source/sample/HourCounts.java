package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A server's counters by digest within the sampled part of one hour. */
final class HourCounts {
  private static final int CALLS = DigestStatistic.CALLS_PER_SECOND.ordinal();
  private static final int LATENCY = DigestStatistic.LATENCY_SECONDS.ordinal();

  /** Sums by digest, in the order of {@link ServerTotals#digests}. */
  private final Map<String, double[]> sums = new HashMap<>();

  /** Seconds per digest that earlier runs covered. */
  private final Map<String, Double> secondsBefore = new HashMap<>();

  private double seconds;

  /**
   * @param grown the increase of the counters within {@code inSeconds}
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
   * Adds the archived rates of an earlier run.
   *
   * @param watched the seconds that the earlier run covered
   */
  void addRates(String digest, Map<DigestStatistic, Double> rates, double watched) {
    double[] sum = new double[DigestStatistic.values().length];
    Arrays.fill(sum, Double.NaN);
    sum[CALLS] = 0;
    rates.forEach((statistic, rate) -> sum[statistic.ordinal()] = rate * watched);
    sum[LATENCY] =
        Objects.requireNonNullElse(rates.get(DigestStatistic.LATENCY_SECONDS), 0.0) * sum[CALLS];
    sums.put(digest, sum);
    secondsBefore.put(digest, watched);
  }

  /** The statistics of a digest; empty if it has no counts. */
  Map<DigestStatistic, Double> rates(String digest) {
    Map<DigestStatistic, Double> rates = new EnumMap<>(DigestStatistic.class);
    double[] sum = sums.get(digest);
    double watched = seconds + secondsBefore.getOrDefault(digest, 0.0);
    if (sum == null || watched <= 0) {
      return rates;
    }
    for (DigestStatistic statistic : DigestStatistic.values()) {
      double counted = sum[statistic.ordinal()];
      if (!Double.isNaN(counted)) {
        rates.put(statistic, counted / watched);
      }
    }
    if (sum[CALLS] > 0) {
      rates.put(DigestStatistic.LATENCY_SECONDS, sum[LATENCY] / sum[CALLS]);
    } else {
      // Without calls there is no mean per call.
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
