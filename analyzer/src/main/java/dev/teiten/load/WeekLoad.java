package dev.teiten.load;

import java.util.List;
import java.util.Map;

/**
 * One week of a cluster, coarsely: what week-over-week comparison and sizing read of the past.
 *
 * @param coverage instance-minutes with data
 * @param totalAas DB load of the cluster by hour (mean AAS summed over instances), {@code NaN}
 *     where an hour has none
 * @param days the digests by day of the review zone, summed over instances; of their statistics the
 *     calls and the rows examined
 * @param cpuUtilisation by instance resource id, one value (0..1, {@code NaN} if missing) a minute
 *     of the week
 * @param heard whose days are in {@code days}
 */
public record WeekLoad(
    ReviewWeek week,
    MinuteCoverage coverage,
    double[] totalAas,
    List<DigestLoad> days,
    Map<String, double[]> cpuUtilisation,
    InstanceCoverage heard) {

  public WeekLoad {
    days = List.copyOf(days);
    cpuUtilisation = Map.copyOf(cpuUtilisation);
  }

  /** Where nothing is known of single instances. */
  public WeekLoad(
      ReviewWeek week,
      MinuteCoverage coverage,
      double[] totalAas,
      List<DigestLoad> days,
      Map<String, double[]> cpuUtilisation) {
    this(week, coverage, totalAas, days, cpuUtilisation, InstanceCoverage.UNKNOWN);
  }
}
