package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.load.KnownValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the reviewed week with the weeks before, for all queries at once. Weeks are the
 * replicates: minutes and hours of one week are too alike to count as independent.
 *
 * <p>Beside the whole week, each part from some day to Sunday is compared with the same days of the
 * weeks before. Otherwise Monday would dilute a change that began on Wednesday. Half of the error
 * is spent on the whole week and half on the five parts. The parts overlap, so a factor of eight is
 * enough for them. Sunday alone is no part: a change that began on Sunday shows a week later.
 */
final class ShiftSearch {
  private static final double WEEK_CORRECTION = 2;
  private static final double PART_CORRECTION = 8;
  private static final int MIN_DAYS = 2;
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
   * @param logs the logarithms of each query, {@code NaN} where unknown, the reviewed week last
   */
  List<ShiftsByDay> of(List<DailyValues> logs) {
    List<List<@Nullable LevelShift>> parts = new ArrayList<>();
    logs.forEach(query -> parts.add(new ArrayList<>()));
    for (int fromDay = 0; fromDay <= DayGrid.COUNT - MIN_DAYS; fromDay++) {
      List<@Nullable LevelShift> shifts =
          before > 1 ? byWeeks(logs, fromDay) : byDays(logs, fromDay);
      for (int i = 0; i < shifts.size(); i++) {
        parts.get(i).add(shifts.get(i));
      }
    }
    return parts.stream().map(ShiftsByDay::new).toList();
  }

  private static double correction(int fromDay) {
    return fromDay == 0 ? WEEK_CORRECTION : PART_CORRECTION;
  }

  private List<@Nullable LevelShift> byWeeks(List<DailyValues> logs, int fromDay) {
    List<WeeklyMeans> means =
        logs.stream().map(query -> WeeklyMeans.of(query, before, fromDay)).toList();
    WeekNoise noise = WeekNoise.of(logs, before, means, fromDay);
    List<@Nullable LevelShift> shifts = new ArrayList<>();
    for (int i = 0; i < means.size(); i++) {
      WeeklyMeans mean = means.get(i);
      double error = Math.sqrt(noise.variance(i, DayGrid.COUNT - fromDay) * mean.errorFactor());
      shifts.add(
          mean.isComparable()
              ? LevelShift.of(
                  fromDay, mean.difference(), error, noise.degrees(i), correction(fromDay))
              : null);
    }
    return shifts;
  }

  /** A single week before has only its days; the spread over all queries sets the scale. */
  private static List<@Nullable LevelShift> byDays(List<DailyValues> logs, int fromDay) {
    List<DayDifferences> differences = logs.stream().map(DayDifferences::of).toList();
    VariancePrior prior = VariancePrior.ofDays(differences);
    List<DayDifferences> spread = differences.stream().filter(d -> d.degrees() > 0).toList();
    double scale = scale(spread, prior);
    List<@Nullable LevelShift> shifts = new ArrayList<>();
    for (DayDifferences query : differences) {
      int days = query.count(fromDay);
      if (days > 0) {
        double error = scale * error(query, prior, days);
        double degrees = prior.degrees() + query.degrees();
        shifts.add(
            LevelShift.of(fromDay, query.mean(fromDay), error, degrees, correction(fromDay)));
      } else {
        shifts.add(null);
      }
    }
    return shifts;
  }

  private static double error(DayDifferences query, VariancePrior prior, int days) {
    double variance = prior.shrink(query.variance(), query.degrees());
    return Math.sqrt(variance / days + 2 * WeekNoise.UNSEEN_WEEK_VARIANCE);
  }

  /**
   * The empirical null: if most queries stray further than expected, so may any query (Efron,
   * Large-scale simultaneous hypothesis testing, J. Am. Stat. Assoc. 99, 2004).
   */
  private static double scale(List<DayDifferences> spread, VariancePrior prior) {
    if (spread.size() < MIN_QUERIES_FOR_SCALE) {
      return 1;
    }
    double[] sizes =
        spread.stream()
            .mapToDouble(d -> Math.abs(d.mean(0)) / error(d, prior, d.count(0)))
            .toArray();
    return Math.max(1, KnownValues.SIGMA_PER_MAD * KnownValues.highMedian(sizes));
  }
}
