package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.DaySet;
import dev.teiten.load.KnownValues;
import java.util.Arrays;
import java.util.List;

/**
 * The day effects that all queries of a cluster share, from traffic, say, or from another host: the
 * median over the queries of each one's deviation from its own mean. A few changed queries do not
 * move a median.
 *
 * <p>Only queries that are known on every compared day count: a query that begins on Friday has
 * another mean. The median of a few queries follows single queries, so the effect of a day is
 * shrunk by the part of its size that its own error explains (empirical Bayes; Efron and Morris,
 * Stein's paradox in statistics, Scientific American 236, 1977).
 */
public final class CommonDayEffect {
  /** The variance of the median of normal values over that of their mean. */
  private static final double MEDIAN_LOSS = Math.PI / 2;

  private final DailyValues effect;

  private CommonDayEffect(DailyValues effect) {
    this.effect = effect;
  }

  /**
   * @param logs the logarithms of each query, {@code NaN} where unknown
   */
  public static CommonDayEffect of(List<DailyValues> logs, int weeks) {
    boolean[] compared = comparedDays(logs, weeks);
    List<double[]> deviations =
        logs.stream()
            .filter(query -> isKnown(query.toArray(), compared))
            .map(CommonDayEffect::deviations)
            .toList();
    if (deviations.size() < 2) {
      // A single query shares nothing.
      return new CommonDayEffect(DailyValues.of(weeks, (week, day) -> 0));
    }
    double[] medians = new double[compared.length];
    double[] errors = new double[compared.length];
    double[] spreads = new double[compared.length];
    for (int i = 0; i < compared.length; i++) {
      double[] day = day(deviations, i);
      medians[i] = compared[i] ? KnownValues.median(day) : Double.NaN;
      spreads[i] = compared[i] ? KnownValues.robustDeviation(medians[i], day) : Double.NaN;
    }
    double usual = KnownValues.median(spreads);
    Arrays.setAll(
        errors, i -> MEDIAN_LOSS * Math.pow(Math.max(usual, spreads[i]), 2) / deviations.size());
    double[] shrunk = shrunk(medians, errors);
    return new CommonDayEffect(
        DailyValues.of(weeks, (week, day) -> shrunk[week * DayGrid.COUNT + day]));
  }

  /** The days on which most of the queries that are known at all are known. */
  private static boolean[] comparedDays(List<DailyValues> logs, int weeks) {
    int[] known = new int[weeks * DayGrid.COUNT];
    for (DailyValues query : logs) {
      double[] values = query.toArray();
      for (int i = 0; i < known.length; i++) {
        known[i] += Double.isNaN(values[i]) ? 0 : 1;
      }
    }
    int most = Arrays.stream(known).max().orElse(0);
    boolean[] compared = new boolean[known.length];
    for (int i = 0; i < known.length; i++) {
      compared[i] = known[i] > 0 && 2 * known[i] >= most;
    }
    return compared;
  }

  private static boolean isKnown(double[] values, boolean[] compared) {
    boolean known = KnownValues.count(values) > 0;
    for (int i = 0; i < values.length; i++) {
      known &= !compared[i] || !Double.isNaN(values[i]);
    }
    return known;
  }

  private static double[] deviations(DailyValues logs) {
    double mean = logs.mean();
    return Arrays.stream(logs.toArray()).map(log -> log - mean).toArray();
  }

  private static double[] day(List<double[]> deviations, int day) {
    return deviations.stream().mapToDouble(query -> query[day]).toArray();
  }

  /** Each median times the part of its variance that is not its error. */
  private static double[] shrunk(double[] medians, double[] errors) {
    double[] beyond = new double[medians.length];
    Arrays.setAll(beyond, i -> Math.max(0, medians[i] * medians[i] - errors[i]));
    double mean = KnownValues.mean(beyond);
    double shared = Double.isNaN(mean) ? 0 : mean;
    double[] shrunk = new double[medians.length];
    Arrays.setAll(
        shrunk,
        i ->
            Double.isNaN(medians[i]) || shared == 0
                ? 0
                : medians[i] * shared / (shared + errors[i]));
    return shrunk;
  }

  /** The logarithms of a query less the common effect. */
  public DailyValues removedFrom(DailyValues logs) {
    return logs.minus(effect);
  }

  /** The days on which the effect was far from its weekday's for a day or two. */
  DaySet unusualDays() {
    return UnusualDays.ofQuery(effect);
  }

  /** Relative change of the effect in the last week against the weeks before. */
  double change() {
    int last = effect.weeks() - 1;
    double[] days = effect.toArray();
    double before =
        Arrays.stream(days, 0, days.length - effect.week(last).length).average().orElse(0);
    return Math.exp(Arrays.stream(effect.week(last)).average().orElse(0) - before) - 1;
  }
}
