package dev.teiten.load;

import java.util.List;
import java.util.Map;

/**
 * One week of a cluster, coarsely: the input of week-over-week comparison and sizing.
 *
 * @param coverage instance-minutes with data
 * @param totalAas DB load of the cluster by hour (mean AAS summed over instances), {@code NaN}
 *     where an hour has none
 * @param days the digests by day of the review zone, summed over instances; their statistics are
 *     the calls and the rows examined
 * @param cpuUtilisation by resource id, a value (0..1, {@code NaN} if missing) for each minute of
 *     the week
 * @param instanceCoverage the instances whose load is in {@code days}, by day
 * @param hours the digests by hour
 */
public record WeekLoad(
    ReviewWeek week,
    MinuteCoverage coverage,
    double[] totalAas,
    List<DigestLoad> days,
    Map<String, double[]> cpuUtilisation,
    InstanceCoverage instanceCoverage,
    DigestHourTable hours) {

  public WeekLoad {
    days = List.copyOf(days);
    cpuUtilisation = Map.copyOf(cpuUtilisation);
  }

  /** Without knowledge of single instances, and of hours. */
  public WeekLoad(
      ReviewWeek week,
      MinuteCoverage coverage,
      double[] totalAas,
      List<DigestLoad> days,
      Map<String, double[]> cpuUtilisation) {
    this(
        week,
        coverage,
        totalAas,
        days,
        cpuUtilisation,
        InstanceCoverage.UNKNOWN,
        DigestHourTable.UNKNOWN);
  }

  /** A copy with the digests by hour. */
  public WeekLoad withHours(DigestHourTable table) {
    return new WeekLoad(week, coverage, totalAas, days, cpuUtilisation, instanceCoverage, table);
  }
}
