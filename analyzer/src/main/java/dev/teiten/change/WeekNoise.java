package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.load.KnownValues;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a mean over some days of one week strays, for each of many queries. Single days and whole
 * weeks both add to it. Compared with the sum of the two, queries are much alike, so the few weeks
 * of one query are trusted as far as the other queries allow.
 */
public final class WeekNoise {
  // Week-to-week noise that a single week before cannot show.
  static final double UNSEEN_WEEK_VARIANCE = 0.03 * 0.03;

  private final double[] dayVariances;
  private final double weekVariance;
  private final double[] ratios;
  private final double[] degrees;

  private WeekNoise(double[] dayVariances, double weekVariance, double[] ratios, double[] degrees) {
    this.dayVariances = dayVariances;
    this.weekVariance = weekVariance;
    this.ratios = ratios;
    this.degrees = degrees;
  }

  /**
   * @param logs the logarithms of each query, the compared week last
   * @param before the number of weeks before it, at least 2
   * @param means the weekly means of each query from {@code fromDay} on
   */
  public static WeekNoise of(
      List<DailyValues> logs, int before, List<WeeklyMeans> means, int fromDay) {
    double[] dayVariances = dayVariances(logs, before);
    double weekVariance = weekVariance(logs, dayVariances, before);
    int days = DayGrid.COUNT - fromDay;
    double[] seen =
        IntStream.range(0, dayVariances.length)
            .mapToDouble(i -> means.get(i).variance() / (dayVariances[i] / days + weekVariance))
            .toArray();
    int[] spread =
        IntStream.range(0, seen.length).filter(i -> means.get(i).degrees() > 0).toArray();
    VariancePrior prior =
        VariancePrior.of(
            Arrays.stream(spread).mapToDouble(i -> seen[i]).toArray(),
            Arrays.stream(spread).mapToDouble(i -> means.get(i).degrees()).toArray());
    double[] ratios = new double[seen.length];
    Arrays.setAll(ratios, i -> prior.shrink(seen[i], means.get(i).degrees()));
    double[] degrees =
        means.stream().mapToDouble(mean -> prior.degrees() + mean.degrees()).toArray();
    return new WeekNoise(dayVariances, weekVariance, ratios, degrees);
  }

  /**
   * The noise with a single week before, from its days alone.
   *
   * @param logs the logarithms of each query: that week, and the compared week
   */
  public static WeekNoise ofOneWeek(List<DailyValues> logs) {
    List<DayDifferences> differences = logs.stream().map(DayDifferences::of).toList();
    VariancePrior prior = VariancePrior.ofDays(differences);
    // Half of the variance of a difference is the variance of a day.
    double[] dayVariances =
        differences.stream()
            .mapToDouble(d -> prior.shrink(d.variance(), d.degrees()) / 2)
            .toArray();
    double[] ratios = new double[dayVariances.length];
    Arrays.fill(ratios, 1);
    double[] degrees =
        differences.stream().mapToDouble(d -> prior.degrees() + d.degrees()).toArray();
    return new WeekNoise(dayVariances, UNSEEN_WEEK_VARIANCE, ratios, degrees);
  }

  private static double[] dayVariances(List<DailyValues> logs, int before) {
    List<DayNoise> noise = logs.stream().map(query -> DayNoise.of(query, before)).toList();
    List<DayNoise> spread = noise.stream().filter(query -> query.degrees() > 0).toList();
    VariancePrior prior =
        VariancePrior.of(
            spread.stream().mapToDouble(DayNoise::variance).toArray(),
            spread.stream().mapToDouble(DayNoise::degrees).toArray());
    return noise.stream()
        .mapToDouble(query -> prior.shrink(query.variance(), query.degrees()))
        .toArray();
  }

  /** The variance of whole weeks beyond the variance of their days, one value for all queries. */
  private static double weekVariance(List<DailyValues> logs, double[] dayVariances, int before) {
    double[] beyond = new double[logs.size()];
    for (int i = 0; i < beyond.length; i++) {
      WeeklyMeans whole = WeeklyMeans.of(logs.get(i), before, 0);
      beyond[i] =
          whole.degrees() > 0 ? whole.variance() - dayVariances[i] / DayGrid.COUNT : Double.NaN;
    }
    double median = KnownValues.highMedian(beyond);
    return Double.isNaN(median) ? 0 : Math.max(0, median);
  }

  /** The variance of a mean over {@code days} days of one week, squared logarithms. */
  public double variance(int query, int days) {
    return Math.max(
        VariancePrior.FLOOR, ratios[query] * (dayVariances[query] / days + weekVariance));
  }

  /** Degrees of freedom of {@link #variance}. */
  public double degrees(int query) {
    return degrees[query];
  }
}
