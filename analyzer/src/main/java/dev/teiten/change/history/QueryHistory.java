package dev.teiten.change.history;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One query by week (oldest first) and day. {@code NaN} marks what is unknown; a day that the
 * source listed other queries on but not this one is 0.
 *
 * @param seenAas all its load that was seen, on whatever instances
 * @param loadAas its load on the instances that are heard in all of the weeks that are compared, as
 *     all that follows
 * @param countedAas the load of its digests that have a call count
 * @param workAas the part of {@code countedAas} that is its own work: on CPU, freed of the queue,
 *     and in I/O
 * @param callsPerSecond of the digests that have a count
 * @param rowsPerSecond rows that they examine; 0 where the source does not say
 */
public record QueryHistory(
    QueryGroup group,
    double[][] seenAas,
    double[][] loadAas,
    double[][] countedAas,
    double[][] workAas,
    double[][] callsPerSecond,
    double[][] rowsPerSecond) {

  public static QueryHistory empty(QueryGroup group, int weeks) {
    return new QueryHistory(
        group,
        new double[weeks][DayGrid.COUNT],
        new double[weeks][DayGrid.COUNT],
        new double[weeks][DayGrid.COUNT],
        new double[weeks][DayGrid.COUNT],
        new double[weeks][DayGrid.COUNT],
        new double[weeks][DayGrid.COUNT]);
  }

  /**
   * Some queries taken as one, under the first one's name.
   *
   * @param fingerprints of one of the queries at least
   */
  public static QueryHistory sum(List<QueryHistory> queries, Set<String> fingerprints) {
    List<QueryHistory> parts =
        queries.stream().filter(q -> fingerprints.contains(q.group().fingerprint())).toList();
    QueryHistory first = parts.get(0);
    QueryHistory sum = empty(first.group(), first.loadAas().length);
    for (QueryHistory part : parts) {
      add(part.seenAas, sum.seenAas);
      add(part.loadAas, sum.loadAas);
      add(part.countedAas, sum.countedAas);
      add(part.workAas, sum.workAas);
      add(part.callsPerSecond, sum.callsPerSecond);
      add(part.rowsPerSecond, sum.rowsPerSecond);
    }
    return sum;
  }

  private static void add(double[][] part, double[][] sum) {
    for (int w = 0; w < sum.length; w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        sum[w][day] += part[w][day];
      }
    }
  }

  /** Mean load that was seen over the known days of a week; {@code NaN} if none is. */
  public double weekLoad(int week) {
    return mean(seenAas[week]);
  }

  /** Mean over weeks of the mean load; {@code NaN} if nothing is known. */
  public double meanLoad(int fromWeek, int toWeek) {
    double[] weeks = new double[toWeek - fromWeek];
    Arrays.setAll(weeks, w -> mean(loadAas[fromWeek + w]));
    return mean(weeks);
  }

  /** Its load and all that goes with it, in the order of the components. */
  List<double[][]> compared() {
    return List.of(loadAas, countedAas, workAas, callsPerSecond, rowsPerSecond);
  }

  /** The logarithm of the calls that each weekday had in the weeks before; 0 where unknown. */
  public double[] usualCalls(int before) {
    double[][] logs = log(callsPerSecond);
    double[] usual = new double[DayGrid.COUNT];
    for (int day = 0; day < DayGrid.COUNT; day++) {
      double[] weeks = new double[before];
      for (int w = 0; w < before; w++) {
        weeks[w] = logs[w][day];
      }
      double mean = mean(weeks);
      usual[day] = Double.isNaN(mean) ? 0 : mean;
    }
    return usual;
  }

  /**
   * How far the rows that a call examines moved, as a logarithm: the reviewed week from {@code
   * fromDay} on against the same days of the weeks before; {@code NaN} if unknown.
   */
  public double rowsShift(int before, int fromDay) {
    double[][] logs = logRatio(rowsPerSecond, callsPerSecond);
    double[] shifts = new double[DayGrid.COUNT - fromDay];
    for (int day = fromDay; day < DayGrid.COUNT; day++) {
      double[] weeks = new double[before];
      for (int w = 0; w < before; w++) {
        weeks[w] = logs[w][day];
      }
      shifts[day - fromDay] = logs[before][day] - mean(weeks);
    }
    return mean(shifts);
  }

  public static double mean(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  /** Logarithms of {@code over} / {@code under}; {@code NaN} where either is 0 or unknown. */
  public static double[][] logRatio(double[][] over, double[][] under) {
    double[][] logs = new double[over.length][DayGrid.COUNT];
    for (int w = 0; w < logs.length; w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        boolean known = over[w][day] > 0 && under[w][day] > 0;
        logs[w][day] = known ? Math.log(over[w][day] / under[w][day]) : Double.NaN;
      }
    }
    return logs;
  }

  public static double[][] log(double[][] values) {
    double[][] logs = new double[values.length][DayGrid.COUNT];
    for (int w = 0; w < logs.length; w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        logs[w][day] = values[w][day] > 0 ? Math.log(values[w][day]) : Double.NaN;
      }
    }
    return logs;
  }
}
