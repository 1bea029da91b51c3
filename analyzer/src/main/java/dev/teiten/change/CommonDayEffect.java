package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import java.util.Arrays;
import java.util.List;

/**
 * What moved all queries of a cluster together on a day: traffic, or another host. It is the median
 * over queries of the deviation from each one's own mean, so that a few that changed do not drag it
 * along.
 */
public final class CommonDayEffect {
  /** With fewer queries the median follows single ones, and nothing is taken out. */
  private static final int MIN_QUERIES = 8;

  private final double[][] common;

  private CommonDayEffect(double[][] common) {
    this.common = common;
  }

  /**
   * @param logs one matrix (week, day) of logarithms a query, {@code NaN} where unknown
   */
  public static CommonDayEffect of(List<double[][]> logs, int weeks) {
    double[] means =
        logs.stream()
            .mapToDouble(
                own ->
                    QueryHistory.mean(Arrays.stream(own).flatMapToDouble(Arrays::stream).toArray()))
            .toArray();
    double[][] common = new double[weeks][DayGrid.COUNT];
    for (int w = 0; w < weeks; w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        double[] deviations = new double[logs.size()];
        for (int i = 0; i < deviations.length; i++) {
          deviations[i] = logs.get(i)[w][day] - means[i];
        }
        common[w][day] = median(deviations);
      }
    }
    return new CommonDayEffect(common);
  }

  private static double median(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int half = known.length / 2;
    if (known.length < MIN_QUERIES) {
      return 0;
    }
    return known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
  }

  public double[][] removedFrom(double[][] logs) {
    double[][] rest = new double[logs.length][];
    for (int w = 0; w < rest.length; w++) {
      rest[w] = logs[w].clone();
      for (int day = 0; day < DayGrid.COUNT; day++) {
        rest[w][day] -= common[w][day];
      }
    }
    return rest;
  }

  /** By week and day, whether it was far from that weekday's of other weeks for a day or two. */
  boolean[][] unusual() {
    return UnusualDays.ofOne(common);
  }

  /** Relative change of the common part in the last week against the weeks before. */
  double change() {
    int last = common.length - 1;
    double before =
        Arrays.stream(common, 0, last).flatMapToDouble(Arrays::stream).average().orElse(0);
    return Math.exp(Arrays.stream(common[last]).average().orElse(0) - before) - 1;
  }
}
