package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.DaySet;
import dev.teiten.load.KnownValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Days on which users behave otherwise: a holiday, an outage, a sale. Queries do not follow alike,
 * so the common effect does not explain such a day, and a mean that includes it misleads. The
 * comparison leaves the day out: for all queries if many were far from usual, else for the query
 * that was. A deviation that lasts until the end of the last week is a change, not an unusual day.
 */
final class UnusualDays {
  private static final int MIN_QUERIES = 8;

  /** The least part of the queries, 0..1, that must be far from usual. */
  private static final double MIN_PART = 0.1;

  /**
   * The least part of the known days, 0..1: a query that the source lists only on its busy days
   * seems unusual on each of them.
   */
  private static final double MIN_KNOWN = 2.0 / 3;

  private static final double SIGMAS = 4;

  /** The least deviation that counts, a logarithm. */
  private static final double MIN_LOG = 0.25;

  private static final int MAX_DAYS = 2;

  private UnusualDays() {}

  /**
   * The days on which many queries were called far more or less than usual.
   *
   * @param calls the logarithms of the calls of each query, less the common effect
   */
  static DaySet ofQueries(List<DailyValues> calls, int weeks) {
    int most = calls.stream().mapToInt(UnusualDays::knownDays).max().orElse(0);
    List<double[]> deviations = new ArrayList<>();
    calls.stream()
        .filter(query -> knownDays(query) >= MIN_KNOWN * most)
        .forEach(query -> deviations.add(deviations(query).toArray()));
    double[] limits = deviations.stream().mapToDouble(UnusualDays::limit).toArray();
    BitSet far = new BitSet();
    for (int i = 0; i < weeks * DayGrid.COUNT; i++) {
      far.set(i, areManyFar(deviations, limits, i));
    }
    return shortRuns(far, weeks);
  }

  private static int knownDays(DailyValues calls) {
    return KnownValues.count(calls.toArray());
  }

  private static boolean areManyFar(List<double[]> deviations, double[] limits, int day) {
    int far = 0;
    int known = 0;
    for (int query = 0; query < limits.length; query++) {
      double deviation = deviations.get(query)[day];
      known += Double.isNaN(deviation) ? 0 : 1;
      far += deviation > limits[query] ? 1 : 0;
    }
    return known >= MIN_QUERIES && far > 1 && far >= MIN_PART * known;
  }

  /** The days on which one query was called far more or less than usual. */
  static DaySet ofQuery(DailyValues calls) {
    double[] deviations = deviations(calls).toArray();
    double limit = limit(deviations);
    BitSet far = new BitSet();
    for (int i = 0; i < deviations.length; i++) {
      far.set(i, deviations[i] > limit);
    }
    return shortRuns(far, calls.weeks());
  }

  /** Absolute deviations from the median of the weekday. */
  private static DailyValues deviations(DailyValues calls) {
    double[] usual = new double[DayGrid.COUNT];
    Arrays.setAll(usual, day -> KnownValues.highMedian(calls.weekday(day, calls.weeks())));
    return DailyValues.of(
        calls.weeks(), (week, day) -> Math.abs(calls.value(week, day) - usual[day]));
  }

  private static double limit(double[] deviations) {
    return Math.max(
        MIN_LOG, SIGMAS * KnownValues.SIGMA_PER_MAD * KnownValues.highMedian(deviations));
  }

  /** The runs of at most two days that end before the last day. */
  private static DaySet shortRuns(BitSet far, int weeks) {
    BitSet runs = new BitSet();
    int length = 0;
    for (int i = 0; i < weeks * DayGrid.COUNT; i++) {
      if (!far.get(i) && length <= MAX_DAYS) {
        runs.set(i - length, i);
      }
      length = far.get(i) ? length + 1 : 0;
    }
    return DaySet.of(weeks, (week, day) -> runs.get(week * DayGrid.COUNT + day));
  }
}
