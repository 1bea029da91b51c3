package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DaySet;
import dev.teiten.load.KnownValues;
import java.util.Arrays;
import java.util.List;

/**
 * The day effects that all queries of a cluster share, from traffic, say, or from another host: the
 * median over the queries of each one's deviation from its own mean. A few changed queries do not
 * move a median.
 */
public final class CommonDayEffect {
  /** With fewer queries the median follows single queries, and the effect is taken as 0. */
  private static final int MIN_QUERIES = 8;

  private final DailyValues effect;

  private CommonDayEffect(DailyValues effect) {
    this.effect = effect;
  }

  /**
   * @param logs the logarithms of each query, {@code NaN} where unknown
   */
  public static CommonDayEffect of(List<DailyValues> logs, int weeks) {
    double[] means = logs.stream().mapToDouble(DailyValues::mean).toArray();
    return new CommonDayEffect(
        DailyValues.of(
            weeks,
            (week, day) -> {
              double[] deviations = new double[logs.size()];
              Arrays.setAll(deviations, i -> logs.get(i).value(week, day) - means[i]);
              return KnownValues.count(deviations) < MIN_QUERIES
                  ? 0
                  : KnownValues.median(deviations);
            }));
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
