package dev.teiten.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The highest minutes of each day, enough to tell the 99th percentile of any week that is made of
 * these days.
 */
final class DayTails {
  // Highest first, with the day that each value is from.
  private final double[] values;
  private final int[] dayOf;
  private final int[] minutesByDay;

  private DayTails(double[] values, int[] dayOf, int[] minutesByDay) {
    this.values = values;
    this.dayOf = dayOf;
    this.minutesByDay = minutesByDay;
  }

  /**
   * @param known the minutes to take
   * @param depth the number of minutes in the peak of the real week
   */
  static DayTails of(double[] series, int[] known, Days days, int depth) {
    double[] tails = new double[0];
    int[] from = new int[0];
    int[] minutes = new int[Days.COUNT];
    for (int day = 0; day < Days.COUNT; day++) {
      int first = days.from(day);
      int end = days.to(day);
      double[] own =
          Arrays.stream(known)
              .filter(t -> t >= first && t < end)
              .mapToDouble(t -> series[t])
              .toArray();
      Arrays.sort(own);
      minutes[day] = own.length;
      // A week made of one day seven times has its percentile within a seventh of the depth; a
      // week with fewer known minutes than the real one never needs more than the depth.
      double[] tail = Arrays.copyOfRange(own, Math.max(0, own.length - depth), own.length);
      int at = tails.length;
      tails = Arrays.copyOf(tails, at + tail.length);
      from = Arrays.copyOf(from, at + tail.length);
      System.arraycopy(tail, 0, tails, at, tail.length);
      Arrays.fill(from, at, from.length, day);
    }
    return sorted(tails, from, minutes);
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

  /** The 99th percentile of the week in which each day happens so often. */
  double percentile(int[] timesOfDay) {
    int minutes = 0;
    for (int day = 0; day < timesOfDay.length; day++) {
      minutes += timesOfDay[day] * minutesByDay[day];
    }
    int depth = (int) Math.ceil(0.01 * minutes);
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
