package dev.teiten.rank;

import dev.teiten.change.history.DayGrid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The highest minutes of each day: the 99th percentile of any week of these days needs no more. */
final class DayTails {
  private static final double PART = 0.01;

  // Highest first; dayOf has the day of each value.
  private final double[] values;
  private final int[] dayOf;
  private final int[] minutesByDay;

  private DayTails(double[] values, int[] dayOf, int[] minutesByDay) {
    this.values = values;
    this.dayOf = dayOf;
    this.minutesByDay = minutesByDay;
  }

  /**
   * @param known the known minutes of each day
   */
  static DayTails of(double[] series, int[][] known) {
    // The highest 1 % of a week of these days never has more minutes.
    int longest = Arrays.stream(known).mapToInt(minutes -> minutes.length).max().orElse(0);
    int depth = (int) Math.ceil(PART * DayGrid.COUNT * longest);
    double[] values = new double[DayGrid.COUNT * depth];
    int[] from = new int[DayGrid.COUNT * depth];
    int[] minutes = new int[DayGrid.COUNT];
    int at = 0;
    for (int day = 0; day < DayGrid.COUNT; day++) {
      minutes[day] = known[day].length;
      double[] top = highest(series, known[day], depth);
      System.arraycopy(top, 0, values, at, top.length);
      Arrays.fill(from, at, at + top.length, day);
      at += top.length;
    }
    return sorted(Arrays.copyOf(values, at), Arrays.copyOf(from, at), minutes);
  }

  private static double[] highest(double[] series, int[] minutes, int depth) {
    double[] values = new double[minutes.length];
    Arrays.setAll(values, i -> series[minutes[i]]);
    Arrays.sort(values);
    return Arrays.copyOfRange(values, Math.max(0, values.length - depth), values.length);
  }

  private static DayTails sorted(double[] values, int[] days, int[] minutes) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -values[i]))
            .mapToInt(i -> i)
            .toArray();
    return new DayTails(
        Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(order).map(i -> days[i]).toArray(),
        minutes);
  }

  /** The 99th percentile of a week with each day drawn {@code timesOfDay} times. */
  double percentile(int[] timesOfDay) {
    int minutes = 0;
    for (int day = 0; day < timesOfDay.length; day++) {
      minutes += timesOfDay[day] * minutesByDay[day];
    }
    int depth = (int) Math.ceil(PART * minutes);
    int seen = 0;
    for (int i = 0; i < values.length; i++) {
      seen += timesOfDay[dayOf[i]];
      if (seen >= depth && depth > 0) {
        return values[i];
      }
    }
    return 0;
  }
}
