package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import java.util.Arrays;

/**
 * One query with one week to compare with: the reviewed week less the one before, by day.
 *
 * @param byDay differences of logarithms; {@code NaN} where unknown
 */
record DayDifferences(double[] byDay) {

  static DayDifferences of(double[][] logs) {
    double[] byDay = new double[DayGrid.COUNT];
    Arrays.setAll(byDay, day -> logs[1][day] - logs[0][day]);
    return new DayDifferences(byDay);
  }

  int count(int fromDay) {
    return (int) Arrays.stream(byDay, fromDay, DayGrid.COUNT).filter(v -> !Double.isNaN(v)).count();
  }

  double mean(int fromDay) {
    return QueryHistory.mean(Arrays.copyOfRange(byDay, fromDay, DayGrid.COUNT));
  }

  double degrees() {
    // Successive differences overlap: they are worth about two thirds of their number.
    return Math.max(0, 2.0 / 3 * (count(0) - 1));
  }

  /** From successive differences (von Neumann), which a step in the middle hardly moves. */
  double variance() {
    double[] known = Arrays.stream(byDay).filter(v -> !Double.isNaN(v)).toArray();
    double[] squares = new double[Math.max(0, known.length - 1)];
    Arrays.setAll(squares, i -> Math.pow(known[i + 1] - known[i], 2) / 2);
    return Arrays.stream(squares).average().orElse(0);
  }
}
