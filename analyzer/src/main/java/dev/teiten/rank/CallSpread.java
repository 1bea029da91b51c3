package dev.teiten.rank;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeUnits;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.jspecify.annotations.Nullable;

/** The calls of each digest in each hour of a week, all instances together. */
final class CallSpread {
  /** Hours of the shortest series whose spread says something of days and nights. */
  private static final int FEWEST_HOURS = 5 * TimeUnits.HOURS_PER_DAY;

  /** The part of the hours with calls in which a query must be counted, 0..1. */
  private static final double KNOWN_SHARE = 0.9;

  private final Map<String, double[]> byDigest = new HashMap<>();
  private final double[] total;

  /**
   * How far apart the calls of the hours are: the difference of the 90th and the 10th percentile,
   * relative to the median.
   *
   * @param own of the query
   * @param others of all other queries, in the same hours
   */
  record Spread(double own, double others) {}

  CallSpread(ClusterLoad load) {
    int hours = (load.minutes() + TimeUnits.MINUTES_PER_HOUR - 1) / TimeUnits.MINUTES_PER_HOUR;
    total = unknown(hours);
    for (InstanceLoad instance : load.instances()) {
      for (DigestLoad digest : instance.hours()) {
        Double calls = digest.statistics().get(DigestStatistic.CALLS_PER_SECOND);
        long hour = Duration.between(load.week().range().from(), digest.from()).toHours();
        if (calls != null && hour >= 0 && hour < hours) {
          add(total, (int) hour, calls);
          add(byDigest.computeIfAbsent(digest.digest(), key -> unknown(hours)), (int) hour, calls);
        }
      }
    }
  }

  private static double[] unknown(int hours) {
    double[] series = new double[hours];
    Arrays.fill(series, Double.NaN);
    return series;
  }

  private static void add(double[] series, int hour, double calls) {
    series[hour] = Double.isNaN(series[hour]) ? calls : series[hour] + calls;
  }

  /** The spread of the calls of these digests; null if too few hours are counted. */
  @Nullable Spread spread(Collection<String> digests) {
    double[] own = unknown(total.length);
    for (String digest : digests) {
      double[] calls = byDigest.get(digest);
      for (int hour = 0; calls != null && hour < own.length; hour++) {
        if (!Double.isNaN(calls[hour])) {
          add(own, hour, calls[hour]);
        }
      }
    }
    double[] others = own.clone();
    Arrays.setAll(others, hour -> total[hour] - own[hour]);
    long counted = Arrays.stream(own).filter(calls -> !Double.isNaN(calls)).count();
    long any = Arrays.stream(total).filter(calls -> !Double.isNaN(calls)).count();
    return counted < FEWEST_HOURS || counted < KNOWN_SHARE * any
        ? null
        : new Spread(spread(own), spread(others));
  }

  /** {@code NaN} if the median is 0. */
  private static double spread(double[] series) {
    Percentile percentile = new Percentile();
    percentile.setData(Arrays.stream(series).filter(calls -> !Double.isNaN(calls)).toArray());
    double median = percentile.evaluate(50);
    return median > 0 ? (percentile.evaluate(90) - percentile.evaluate(10)) / median : Double.NaN;
  }
}
