package dev.teiten.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the reviewed week with the weeks before, for every query at once. Weeks are the
 * replicates: minutes and hours of one week are too alike to count as independent.
 *
 * <p>Besides the whole week each part from some day to Sunday is compared with the same days of the
 * weeks before, so that what began on Wednesday is not watered down by Monday. Half of the error is
 * spent on the whole week, half on the five parts; they overlap, which is why a factor of eight is
 * enough for them. A Sunday alone is no part: what began on it is found a week later, surely.
 */
final class ShiftSearch {
  private static final double LOOKS_WEEK = 2;
  private static final double LOOKS_PART = 8;
  private static final int MIN_DAYS = 2;
  // Week-to-week noise that one week before cannot show.
  private static final double UNSEEN_WEEK_VARIANCE = 0.03 * 0.03;
  private static final int MIN_QUERIES_FOR_SCALE = 8;

  private final int before;

  /**
   * @param before the number of weeks before the reviewed one, at least 1
   */
  ShiftSearch(int before) {
    this.before = before;
  }

  /**
   * The shifts of each query by the first day of the part; null where nothing can be compared.
   *
   * @param logs one matrix (week, day) a query, {@code NaN} where unknown, the reviewed week last
   */
  List<Shifts> of(List<double[][]> logs) {
    List<List<@Nullable Shift>> parts = new ArrayList<>();
    logs.forEach(own -> parts.add(new ArrayList<>()));
    for (int fromDay = 0; fromDay <= Days.COUNT - MIN_DAYS; fromDay++) {
      List<@Nullable Shift> shifts = before > 1 ? byWeeks(logs, fromDay) : byDays(logs, fromDay);
      for (int i = 0; i < shifts.size(); i++) {
        parts.get(i).add(shifts.get(i));
      }
    }
    return parts.stream().map(Shifts::new).toList();
  }

  private static double looks(int fromDay) {
    return fromDay == 0 ? LOOKS_WEEK : LOOKS_PART;
  }

  private List<@Nullable Shift> byWeeks(List<double[][]> logs, int fromDay) {
    List<WeeklyMeans> means =
        logs.stream().map(own -> WeeklyMeans.of(own, before, fromDay)).toList();
    double[] expected = expected(logs, Days.COUNT - fromDay);
    int[] spread =
        IntStream.range(0, means.size()).filter(i -> means.get(i).degrees() > 0).toArray();
    // Relative to what the noise of single days lets expect, all queries are much alike.
    VariancePrior prior =
        VariancePrior.of(
            Arrays.stream(spread).mapToDouble(i -> means.get(i).variance() / expected[i]).toArray(),
            Arrays.stream(spread).mapToDouble(i -> means.get(i).degrees()).toArray());
    List<@Nullable Shift> shifts = new ArrayList<>();
    for (int i = 0; i < means.size(); i++) {
      WeeklyMeans own = means.get(i);
      if (own.isComparable()) {
        double ratio = prior.shrink(own.variance() / expected[i], own.degrees());
        double variance = Math.max(VariancePrior.FLOOR, ratio * expected[i]);
        double error = Math.sqrt(variance * own.errorFactor());
        double degrees = prior.degrees() + own.degrees();
        shifts.add(Shift.of(fromDay, own.difference(), error, degrees, looks(fromDay)));
      } else {
        shifts.add(null);
      }
    }
    return shifts;
  }

  /** The variance of a mean over so many days of one week, by query: its days', and the weeks'. */
  private double[] expected(List<double[][]> logs, int days) {
    List<DayNoise> noise = logs.stream().map(own -> DayNoise.of(own, before)).toList();
    List<DayNoise> known = noise.stream().filter(own -> own.degrees() > 0).toList();
    VariancePrior prior =
        VariancePrior.of(
            known.stream().mapToDouble(DayNoise::variance).toArray(),
            known.stream().mapToDouble(DayNoise::degrees).toArray());
    double[] ofDay =
        noise.stream().mapToDouble(own -> prior.shrink(own.variance(), own.degrees())).toArray();
    double week = weekVariance(logs, ofDay);
    return Arrays.stream(ofDay).map(variance -> variance / days + week).toArray();
  }

  /** What whole weeks stray beyond what their days explain; the same for all queries. */
  private double weekVariance(List<double[][]> logs, double[] ofDay) {
    double[] beyond =
        IntStream.range(0, logs.size())
            .mapToObj(
                i -> {
                  WeeklyMeans whole = WeeklyMeans.of(logs.get(i), before, 0);
                  boolean known = whole.degrees() > 0;
                  return known ? whole.variance() - ofDay[i] / Days.COUNT : Double.NaN;
                })
            .mapToDouble(Double::doubleValue)
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    return beyond.length == 0 ? 0 : Math.max(0, beyond[beyond.length / 2]);
  }

  /** One week before: its days are all there is, and what all queries show sets the scale. */
  private static List<@Nullable Shift> byDays(List<double[][]> logs, int fromDay) {
    List<DayDifferences> differences = logs.stream().map(DayDifferences::of).toList();
    List<DayDifferences> spread = differences.stream().filter(d -> d.degrees() > 0).toList();
    VariancePrior prior =
        VariancePrior.of(
            spread.stream().mapToDouble(DayDifferences::variance).toArray(),
            spread.stream().mapToDouble(DayDifferences::degrees).toArray());
    double scale = scale(spread, prior);
    List<@Nullable Shift> shifts = new ArrayList<>();
    for (DayDifferences own : differences) {
      int days = own.count(fromDay);
      if (days > 0) {
        double error = scale * error(own, prior, days);
        double degrees = prior.degrees() + own.degrees();
        shifts.add(Shift.of(fromDay, own.mean(fromDay), error, degrees, looks(fromDay)));
      } else {
        shifts.add(null);
      }
    }
    return shifts;
  }

  private static double error(DayDifferences own, VariancePrior prior, int days) {
    double variance = prior.shrink(own.variance(), own.degrees());
    return Math.sqrt(variance / days + 2 * UNSEEN_WEEK_VARIANCE);
  }

  /** The empirical null: if most queries stray more than expected, so may every one. */
  private static double scale(List<DayDifferences> spread, VariancePrior prior) {
    if (spread.size() < MIN_QUERIES_FOR_SCALE) {
      return 1;
    }
    double[] sizes =
        spread.stream()
            .mapToDouble(d -> Math.abs(d.mean(0)) / error(d, prior, d.count(0)))
            .sorted()
            .toArray();
    return Math.max(1, 1.4826 * sizes[sizes.length / 2]);
  }
}
