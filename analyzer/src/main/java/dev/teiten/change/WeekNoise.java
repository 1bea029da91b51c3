package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a mean over some days of one week strays, for each of many queries: as its single days
 * do, and as whole weeks do beyond that. Relative to what both let expect, all queries are much
 * alike, so that each one's own few weeks are believed as far as the others' allow.
 */
public final class WeekNoise {
  // Week-to-week noise that one week before cannot show.
  static final double UNSEEN_WEEK_VARIANCE = 0.03 * 0.03;

  private final double[] ofDay;
  private final double ofWeek;
  private final double[] ratios;
  private final double[] degrees;

  private WeekNoise(double[] ofDay, double ofWeek, double[] ratios, double[] degrees) {
    this.ofDay = ofDay;
    this.ofWeek = ofWeek;
    this.ratios = ratios;
    this.degrees = degrees;
  }

  /**
   * @param logs one matrix (week, day) a query, the week that is compared last
   * @param before the number of weeks before it, at least 2
   * @param means the weekly means of each query from {@code fromDay} on
   */
  public static WeekNoise of(
      List<double[][]> logs, int before, List<WeeklyMeans> means, int fromDay) {
    double[] ofDay = ofDay(logs, before);
    double ofWeek = ofWeek(logs, ofDay, before);
    int days = DayGrid.COUNT - fromDay;
    double[] seen =
        IntStream.range(0, ofDay.length)
            .mapToDouble(i -> means.get(i).variance() / (ofDay[i] / days + ofWeek))
            .toArray();
    int[] spread =
        IntStream.range(0, seen.length).filter(i -> means.get(i).degrees() > 0).toArray();
    VariancePrior prior =
        VariancePrior.of(
            Arrays.stream(spread).mapToDouble(i -> seen[i]).toArray(),
            Arrays.stream(spread).mapToDouble(i -> means.get(i).degrees()).toArray());
    double[] ratios = new double[seen.length];
    Arrays.setAll(ratios, i -> prior.shrink(seen[i], means.get(i).degrees()));
    double[] degrees = means.stream().mapToDouble(own -> prior.degrees() + own.degrees()).toArray();
    return new WeekNoise(ofDay, ofWeek, ratios, degrees);
  }

  /**
   * With one week before, its days are all there is.
   *
   * @param logs one matrix (week, day) a query: that week, and the week that is compared
   */
  public static WeekNoise ofOneWeek(List<double[][]> logs) {
    List<DayDifferences> differences = logs.stream().map(DayDifferences::of).toList();
    VariancePrior prior = VariancePrior.ofDays(differences);
    // Half of the variance of a difference is that of a day.
    double[] ofDay =
        differences.stream()
            .mapToDouble(d -> prior.shrink(d.variance(), d.degrees()) / 2)
            .toArray();
    double[] ratios = new double[ofDay.length];
    Arrays.fill(ratios, 1);
    double[] degrees =
        differences.stream().mapToDouble(d -> prior.degrees() + d.degrees()).toArray();
    return new WeekNoise(ofDay, UNSEEN_WEEK_VARIANCE, ratios, degrees);
  }

  private static double[] ofDay(List<double[][]> logs, int before) {
    List<DayNoise> noise = logs.stream().map(own -> DayNoise.of(own, before)).toList();
    List<DayNoise> known = noise.stream().filter(own -> own.degrees() > 0).toList();
    VariancePrior prior =
        VariancePrior.of(
            known.stream().mapToDouble(DayNoise::variance).toArray(),
            known.stream().mapToDouble(DayNoise::degrees).toArray());
    return noise.stream().mapToDouble(own -> prior.shrink(own.variance(), own.degrees())).toArray();
  }

  /** What whole weeks stray beyond what their days explain; the same for all queries. */
  private static double ofWeek(List<double[][]> logs, double[] ofDay, int before) {
    double[] beyond =
        IntStream.range(0, logs.size())
            .mapToObj(
                i -> {
                  WeeklyMeans whole = WeeklyMeans.of(logs.get(i), before, 0);
                  boolean known = whole.degrees() > 0;
                  return known ? whole.variance() - ofDay[i] / DayGrid.COUNT : Double.NaN;
                })
            .mapToDouble(Double::doubleValue)
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    return beyond.length == 0 ? 0 : Math.max(0, beyond[beyond.length / 2]);
  }

  /** The variance of a mean over so many days of one week, squared logarithms. */
  public double variance(int query, int days) {
    return Math.max(VariancePrior.FLOOR, ratios[query] * (ofDay[query] / days + ofWeek));
  }

  /** Degrees of freedom behind it. */
  public double degrees(int query) {
    return degrees[query];
  }
}
