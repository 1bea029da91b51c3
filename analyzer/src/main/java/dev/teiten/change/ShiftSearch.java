package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import java.util.ArrayList;
import java.util.List;
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
  List<ShiftsByDay> of(List<double[][]> logs) {
    List<List<@Nullable LevelShift>> parts = new ArrayList<>();
    logs.forEach(own -> parts.add(new ArrayList<>()));
    for (int fromDay = 0; fromDay <= DayGrid.COUNT - MIN_DAYS; fromDay++) {
      List<@Nullable LevelShift> shifts =
          before > 1 ? byWeeks(logs, fromDay) : byDays(logs, fromDay);
      for (int i = 0; i < shifts.size(); i++) {
        parts.get(i).add(shifts.get(i));
      }
    }
    return parts.stream().map(ShiftsByDay::new).toList();
  }

  private static double looks(int fromDay) {
    return fromDay == 0 ? LOOKS_WEEK : LOOKS_PART;
  }

  private List<@Nullable LevelShift> byWeeks(List<double[][]> logs, int fromDay) {
    List<WeeklyMeans> means =
        logs.stream().map(own -> WeeklyMeans.of(own, before, fromDay)).toList();
    WeekNoise noise = WeekNoise.of(logs, before, means, fromDay);
    List<@Nullable LevelShift> shifts = new ArrayList<>();
    for (int i = 0; i < means.size(); i++) {
      WeeklyMeans own = means.get(i);
      if (own.isComparable()) {
        double error = Math.sqrt(noise.variance(i, DayGrid.COUNT - fromDay) * own.errorFactor());
        shifts.add(
            LevelShift.of(fromDay, own.difference(), error, noise.degrees(i), looks(fromDay)));
      } else {
        shifts.add(null);
      }
    }
    return shifts;
  }

  /** One week before: its days are all there is, and what all queries show sets the scale. */
  private static List<@Nullable LevelShift> byDays(List<double[][]> logs, int fromDay) {
    List<DayDifferences> differences = logs.stream().map(DayDifferences::of).toList();
    VariancePrior prior = VariancePrior.ofDays(differences);
    List<DayDifferences> spread = differences.stream().filter(d -> d.degrees() > 0).toList();
    double scale = scale(spread, prior);
    List<@Nullable LevelShift> shifts = new ArrayList<>();
    for (DayDifferences own : differences) {
      int days = own.count(fromDay);
      if (days > 0) {
        double error = scale * error(own, prior, days);
        double degrees = prior.degrees() + own.degrees();
        shifts.add(LevelShift.of(fromDay, own.mean(fromDay), error, degrees, looks(fromDay)));
      } else {
        shifts.add(null);
      }
    }
    return shifts;
  }

  private static double error(DayDifferences own, VariancePrior prior, int days) {
    double variance = prior.shrink(own.variance(), own.degrees());
    return Math.sqrt(variance / days + 2 * WeekNoise.UNSEEN_WEEK_VARIANCE);
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
