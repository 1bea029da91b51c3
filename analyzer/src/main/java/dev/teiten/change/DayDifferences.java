package dev.teiten.change;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.load.KnownValues;
import java.util.Arrays;

/** One query with a single week to compare with: the reviewed week less that week, by day. */
final class DayDifferences {
  // Differences of logarithms; NaN where unknown.
  private final double[] byDay;

  private DayDifferences(double[] byDay) {
    this.byDay = byDay;
  }

  /**
   * @param logs two weeks, the reviewed one last
   */
  static DayDifferences of(DailyValues logs) {
    double[] byDay = new double[DayGrid.COUNT];
    Arrays.setAll(byDay, day -> logs.value(1, day) - logs.value(0, day));
    return new DayDifferences(byDay);
  }

  /** How many differences are known from a day to Sunday. */
  int count(int fromDay) {
    return KnownValues.count(tail(fromDay));
  }

  /** The mean difference from a day to Sunday; {@code NaN} if none is known. */
  double mean(int fromDay) {
    return KnownValues.mean(tail(fromDay));
  }

  private double[] tail(int fromDay) {
    return Arrays.copyOfRange(byDay, fromDay, DayGrid.COUNT);
  }

  /** Degrees of freedom of {@link #variance}. */
  double degrees() {
    // Successive differences overlap: they are worth about two thirds of their number.
    return Math.max(0, 2.0 / 3 * (count(0) - 1));
  }

  /**
   * The variance of a difference, from successive differences: a step inside the week hardly moves
   * it (von Neumann, Distribution of the ratio of the mean square successive difference to the
   * variance, Ann. Math. Stat. 12, 1941).
   */
  double variance() {
    double[] known = KnownValues.of(byDay);
    double[] squares = new double[Math.max(0, known.length - 1)];
    Arrays.setAll(squares, i -> Math.pow(known[i + 1] - known[i], 2) / 2);
    return Arrays.stream(squares).average().orElse(0);
  }
}
