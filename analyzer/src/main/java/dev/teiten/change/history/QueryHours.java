package dev.teiten.change.history;

import dev.teiten.load.DigestDayHours;
import dev.teiten.load.KnownValues;
import dev.teiten.load.TimeUnits;
import java.util.Arrays;

/**
 * One query by hour of the week (0 is Monday's first) in each week, oldest first, on all instances.
 * Where a week is not known by hour, nothing ran.
 */
public final class QueryHours {
  /** The hours of a week of seven days of 24 hours. */
  public static final int COUNT = DayGrid.COUNT * TimeUnits.HOURS_PER_DAY;

  // Most queries of an archive ran in few weeks: weeks without hours share this array.
  private static final double[] NONE = new double[COUNT];

  private final double[][] loadAas;
  private final double[][] callsPerSecond;

  QueryHours(int weeks) {
    loadAas = new double[weeks][];
    callsPerSecond = new double[weeks][];
    Arrays.fill(loadAas, NONE);
    Arrays.fill(callsPerSecond, NONE);
  }

  void add(int week, int day, DigestDayHours hours) {
    if (loadAas[week] == NONE) {
      loadAas[week] = new double[COUNT];
      callsPerSecond[week] = new double[COUNT];
    }
    for (int hour = 0; hour < TimeUnits.HOURS_PER_DAY; hour++) {
      int i = day * TimeUnits.HOURS_PER_DAY + hour;
      loadAas[week][i] += hours.loadAas()[hour];
      callsPerSecond[week][i] += hours.callsPerSecond()[hour];
    }
  }

  /** The day (0 is Monday) of an hour of the week. */
  public static int dayOf(int hour) {
    return hour / TimeUnits.HOURS_PER_DAY;
  }

  /** DB load in an hour, AAS. */
  public double load(int week, int hour) {
    return loadAas[week][hour];
  }

  /** Calls a second in an hour. */
  public double calls(int week, int hour) {
    return callsPerSecond[week][hour];
  }

  /** The mean of the calls in an hour over the first {@code weeks} weeks. */
  public double usualCalls(int weeks, int hour) {
    return mean(callsPerSecond, weeks, hour);
  }

  /** The mean of the load in an hour over the first {@code weeks} weeks, AAS. */
  public double usualLoad(int weeks, int hour) {
    return mean(loadAas, weeks, hour);
  }

  private static double mean(double[][] values, int weeks, int hour) {
    double sum = 0;
    for (int w = 0; w < weeks; w++) {
      sum += values[w][hour];
    }
    return sum / weeks;
  }

  /** The number of hours of a day that list the query. */
  int listedHours(int week, int day) {
    int from = day * TimeUnits.HOURS_PER_DAY;
    double[] loads = Arrays.copyOfRange(loadAas[week], from, from + TimeUnits.HOURS_PER_DAY);
    return (int) Arrays.stream(loads).filter(load -> load > 0).count();
  }

  /** The median load of the hours that list the query, AAS; 0 if none does. */
  double medianLoad() {
    double[] listed =
        Arrays.stream(loadAas).flatMapToDouble(Arrays::stream).filter(load -> load > 0).toArray();
    return listed.length == 0 ? 0 : KnownValues.median(listed);
  }

  /** Whether calls are counted in a week. */
  public boolean hasCalls(int week) {
    return Arrays.stream(callsPerSecond[week]).anyMatch(calls -> calls > 0);
  }
}
