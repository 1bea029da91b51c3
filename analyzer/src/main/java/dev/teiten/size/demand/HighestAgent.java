package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;

/**
 * The agents of the reader that has the most of them, hour by hour. Whichever readers are left, one
 * of them may be that one.
 */
final class HighestAgent {
  private final double[] highest;

  HighestAgent(int minutes) {
    highest = new double[minutes];
  }

  /**
   * Adds a reader.
   *
   * @param work its agents' work by minute
   * @param unit cores of the writer's class for one core of the reader's
   */
  void add(double[] work, double unit) {
    double[] agents = new double[highest.length];
    for (int t = 0; t < Math.min(agents.length, work.length); t++) {
      agents[t] = unit * work[t];
    }
    for (int from = 0; from < highest.length; from += TimeUnits.MINUTES_PER_HOUR) {
      int to = Math.min(highest.length, from + TimeUnits.MINUTES_PER_HOUR);
      // By hour: the highest of several noisy minutes would be too high.
      if (sum(agents, from, to) > sum(highest, from, to)) {
        System.arraycopy(agents, from, highest, from, to - from);
      }
    }
  }

  private static double sum(double[] series, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += series[t];
    }
    return sum;
  }

  /** The agents' work by minute, in cores of the writer's class; zeros without agents. */
  double[] byMinute() {
    return highest;
  }
}
