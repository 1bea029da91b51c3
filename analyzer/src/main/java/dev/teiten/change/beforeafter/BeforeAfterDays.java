package dev.teiten.change.beforeafter;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.ReviewWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Which days of some weeks are wholly before a moment and which wholly after it.
 *
 * @param weeks oldest first
 */
record BeforeAfterDays(List<DayGrid> weeks, Instant moment) {

  static BeforeAfterDays of(List<ReviewWeek> weeks, Instant moment) {
    return new BeforeAfterDays(weeks.stream().map(DayGrid::new).toList(), moment);
  }

  boolean isBefore(int week, int day) {
    return !weeks.get(week).start(day + 1).isAfter(moment);
  }

  boolean isAfter(int week, int day) {
    return !weeks.get(week).start(day).isBefore(moment);
  }

  /** The number of weeks that have a day before the moment; they come first. */
  int weeksBefore() {
    int before = 0;
    while (before < weeks.size() && isBefore(before, 0)) {
      before++;
    }
    return before;
  }

  /** The values of one side, {@code NaN} on the other. */
  double[][] only(double[][] values, boolean after) {
    double[][] side = new double[values.length][DayGrid.COUNT];
    for (int w = 0; w < side.length; w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        boolean in = after ? isAfter(w, day) : isBefore(w, day);
        side[w][day] = in ? values[w][day] : Double.NaN;
      }
    }
    return side;
  }

  /** The mean over the known days of one side; {@code NaN} if there are none. */
  double mean(double[][] values, boolean after) {
    return QueryHistory.mean(
        Arrays.stream(only(values, after)).flatMapToDouble(Arrays::stream).toArray());
  }

  /** How many days of one side are known. */
  int known(double[][] values, boolean after) {
    return (int)
        Arrays.stream(only(values, after))
            .flatMapToDouble(Arrays::stream)
            .filter(v -> !Double.isNaN(v))
            .count();
  }

  /** By weekday, the mean of one side. */
  double[] weekdays(double[][] values, boolean after) {
    double[][] side = only(values, after);
    double[] means = new double[DayGrid.COUNT];
    for (int day = 0; day < DayGrid.COUNT; day++) {
      int weekday = day;
      means[day] = QueryHistory.mean(Arrays.stream(side).mapToDouble(w -> w[weekday]).toArray());
    }
    return means;
  }

  /** The mean over the days after of what they lie above the same weekday before. */
  double shift(double[][] logs) {
    double[] usual = weekdays(logs, false);
    double[][] after = only(logs, true);
    for (double[] week : after) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        week[day] -= usual[day];
      }
    }
    return QueryHistory.mean(Arrays.stream(after).flatMapToDouble(Arrays::stream).toArray());
  }
}
