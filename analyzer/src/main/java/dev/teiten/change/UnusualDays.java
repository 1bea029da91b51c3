package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import java.util.Arrays;
import java.util.List;

/**
 * Days on which people did something else: a holiday, an outage, a sale. Not all queries follow
 * alike, so that the common part does not explain them, and a mean with such a day in it says
 * nothing of the query. They are left out of the comparison: for all queries where many were far
 * from usual, else for those that were. A change that lasts is none: what is unusual up to the end
 * of the week is news.
 */
final class UnusualDays {
  private static final int MIN_QUERIES = 8;
  private static final double MIN_PART = 0.1;
  private static final double SIGMAS = 4;
  private static final double MIN_LOG = 0.25;
  private static final int LONGEST = 2;

  private UnusualDays() {}

  /**
   * By week and day, whether many queries were called far from as often as usual.
   *
   * @param calls one matrix (week, day) of logarithms a query, freed of the common part
   */
  static boolean[][] ofMany(List<double[][]> calls, int weeks) {
    boolean[] hits = new boolean[weeks * DayGrid.COUNT];
    List<double[]> away = calls.stream().map(UnusualDays::away).toList();
    double[] limits = away.stream().mapToDouble(UnusualDays::limit).toArray();
    for (int day = 0; day < hits.length; day++) {
      int far = 0;
      int known = 0;
      for (int i = 0; i < limits.length; i++) {
        known += Double.isNaN(away.get(i)[day]) ? 0 : 1;
        far += away.get(i)[day] > limits[i] ? 1 : 0;
      }
      hits[day] = known >= MIN_QUERIES && far > 1 && far >= MIN_PART * known;
    }
    return passing(hits);
  }

  /** The same for one query alone. */
  static boolean[][] ofOne(double[][] calls) {
    double[] away = away(calls);
    double limit = limit(away);
    boolean[] hits = new boolean[away.length];
    for (int day = 0; day < hits.length; day++) {
      hits[day] = away[day] > limit;
    }
    return passing(hits);
  }

  /** By day, how far a query was from the median of that weekday. */
  private static double[] away(double[][] own) {
    double[] away = new double[own.length * DayGrid.COUNT];
    for (int day = 0; day < DayGrid.COUNT; day++) {
      double[] weekday = new double[own.length];
      for (int w = 0; w < own.length; w++) {
        weekday[w] = own[w][day];
      }
      double usual = median(weekday);
      for (int w = 0; w < own.length; w++) {
        away[w * DayGrid.COUNT + day] = Math.abs(weekday[w] - usual);
      }
    }
    return away;
  }

  private static double limit(double[] away) {
    return Math.max(MIN_LOG, SIGMAS * 1.4826 * median(away));
  }

  private static double median(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return known.length == 0 ? Double.NaN : known[known.length / 2];
  }

  /** Those of the days that are short and over before the last one. */
  private static boolean[][] passing(boolean[] hits) {
    boolean[][] unusual = new boolean[hits.length / DayGrid.COUNT][DayGrid.COUNT];
    int run = 0;
    for (int i = 0; i < hits.length; i++) {
      for (int day = i - run; !hits[i] && run <= LONGEST && day < i; day++) {
        unusual[day / DayGrid.COUNT][day % DayGrid.COUNT] = true;
      }
      run = hits[i] ? run + 1 : 0;
    }
    return unusual;
  }

  /** The logarithms without those days. */
  static double[][] without(boolean[][] unusual, double[][] logs) {
    double[][] rest = new double[logs.length][];
    for (int w = 0; w < rest.length; w++) {
      rest[w] = logs[w].clone();
      for (int day = 0; day < DayGrid.COUNT; day++) {
        rest[w][day] = unusual[w][day] ? Double.NaN : rest[w][day];
      }
    }
    return rest;
  }
}
