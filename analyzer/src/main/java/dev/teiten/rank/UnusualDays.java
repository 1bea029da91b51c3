package dev.teiten.rank;

import java.util.Arrays;
import java.util.List;

/**
 * Days on which people did something else: a holiday, an outage, a sale. Not all queries follow
 * alike, so that the common part does not explain them, and a mean with such a day in it says
 * nothing of the query. They are left out of the comparison. A change that lasts is none: what is
 * unusual up to the end of the week is news.
 */
final class UnusualDays {
  private static final int MIN_QUERIES = 8;
  private static final double MIN_PART = 0.1;
  private static final double SIGMAS = 4;
  private static final double MIN_LOG = 0.25;
  private static final int LONGEST = 2;

  private UnusualDays() {}

  /**
   * By week and day.
   *
   * @param calls one matrix (week, day) of logarithms a query, freed of the common part
   */
  static boolean[][] of(List<double[][]> calls, int weeks) {
    int[] far = new int[weeks * Days.COUNT];
    int[] known = new int[far.length];
    for (double[][] own : calls) {
      count(own, far, known);
    }
    boolean[][] unusual = new boolean[weeks][Days.COUNT];
    int run = 0;
    for (int i = 0; i <= far.length; i++) {
      boolean hit = i < far.length && isUnusual(far[i], known[i]);
      if (!hit && i < far.length && run > 0 && run <= LONGEST) {
        for (int day = i - run; day < i; day++) {
          unusual[day / Days.COUNT][day % Days.COUNT] = true;
        }
      }
      run = hit ? run + 1 : 0;
    }
    return unusual;
  }

  private static boolean isUnusual(int far, int known) {
    return known >= MIN_QUERIES && far > 1 && far >= MIN_PART * known;
  }

  private static void count(double[][] own, int[] far, int[] known) {
    double[] away = new double[far.length];
    for (int day = 0; day < Days.COUNT; day++) {
      double[] weekday = new double[own.length];
      for (int w = 0; w < own.length; w++) {
        weekday[w] = own[w][day];
      }
      double usual = median(weekday);
      for (int w = 0; w < own.length; w++) {
        away[w * Days.COUNT + day] = Math.abs(weekday[w] - usual);
      }
    }
    double limit = Math.max(MIN_LOG, SIGMAS * 1.4826 * median(away));
    for (int i = 0; i < away.length; i++) {
      known[i] += Double.isNaN(away[i]) ? 0 : 1;
      far[i] += away[i] > limit ? 1 : 0;
    }
  }

  private static double median(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return known.length == 0 ? Double.NaN : known[known.length / 2];
  }

  /** The logarithms without those days. */
  static double[][] without(boolean[][] unusual, double[][] logs) {
    double[][] rest = new double[logs.length][];
    for (int w = 0; w < rest.length; w++) {
      rest[w] = logs[w].clone();
      for (int day = 0; day < Days.COUNT; day++) {
        rest[w][day] = unusual[w][day] ? Double.NaN : rest[w][day];
      }
    }
    return rest;
  }
}
