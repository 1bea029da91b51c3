package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.KthSelector;

/**
 * The highest minutes of each day of a series. The 99th percentile of a week that is put together
 * from such days depends on nothing else.
 */
public final class DayPeaks {
  // One minute in a hundred of a week, with room for a day of 25 hours drawn seven times.
  private static final int KEPT = 110;

  private static final KthSelector SELECTOR = new KthSelector();

  private final List<double[]> highest = new ArrayList<>();
  private final List<Integer> minutes = new ArrayList<>();

  /** Adds the seven days of a week. */
  public void add(double[] week) {
    for (int day = 0; day < TimeUnits.DAYS_PER_WEEK; day++) {
      int from = Math.min(week.length, day * TimeUnits.MINUTES_PER_DAY);
      int to =
          day == TimeUnits.DAYS_PER_WEEK - 1
              ? week.length
              : Math.min(week.length, from + TimeUnits.MINUTES_PER_DAY);
      double[] values = MinuteStatistics.finite(Arrays.copyOfRange(week, from, to));
      minutes.add(values.length);
      highest.add(highest(values));
    }
  }

  /** The highest values, descending. */
  private static double[] highest(double[] values) {
    int kept = Math.min(KEPT, values.length);
    if (kept < values.length) {
      // Puts the higher values behind it, unsorted.
      SELECTOR.select(values, null, values.length - kept);
    }
    double[] top = Arrays.copyOfRange(values, values.length - kept, values.length);
    Arrays.sort(top);
    for (int i = 0; i < kept / 2; i++) {
      double value = top[i];
      top[i] = top[kept - 1 - i];
      top[kept - 1 - i] = value;
    }
    return top;
  }

  /** The highest values of a day, descending; enough of them for the p99 of any week. */
  double[] highest(int day) {
    return highest.get(day);
  }

  /** The number of minutes of a day that have data. */
  int minutes(int day) {
    return minutes.get(day);
  }

  /** The 99th percentile (nearest rank) of a week of these days; {@code NaN} without data. */
  public double p99(int[] days) {
    int total = 0;
    for (int day : days) {
      total += minutes.get(day);
    }
    int[] next = new int[days.length];
    double value = Double.NaN;
    for (int rank = 0; rank <= total - 1 - (int) (0.99 * total); rank++) {
      int best = dayOfNextHighest(days, next);
      if (best < 0) {
        break;
      }
      value = highest.get(days[best])[next[best]++];
    }
    return value;
  }

  private int dayOfNextHighest(int[] days, int[] next) {
    int best = -1;
    double value = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < days.length; i++) {
      double[] day = highest.get(days[i]);
      if (next[i] < day.length && day[next[i]] > value) {
        best = i;
        value = day[next[i]];
      }
    }
    return best;
  }
}
