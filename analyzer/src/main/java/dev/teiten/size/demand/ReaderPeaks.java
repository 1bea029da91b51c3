package dev.teiten.size.demand;

import dev.teiten.cpu.PeakPercentile;
import dev.teiten.load.TimeUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The minutes of each day that may be the 99th percentile of a reader's work in a week of such
 * days: the highest minutes without an agent, and all minutes with one.
 */
public final class ReaderPeaks {
  private final DayPeaks calm = new DayPeaks();
  private final List<AgentMinutes> agents = new ArrayList<>();

  /** The minutes of a day in which an agent runs on a reader. */
  private record AgentMinutes(double[] sessions, double[] agents) {}

  /** Adds the seven days of a week. */
  public void add(WeekWork week) {
    double[] without = week.readers().clone();
    for (int t = 0; t < without.length; t++) {
      without[t] = week.agents()[t] > 0 ? Double.NaN : without[t];
    }
    calm.add(without);
    for (int day = 0; day < TimeUnits.DAYS_PER_WEEK; day++) {
      int from = Math.min(without.length, day * TimeUnits.MINUTES_PER_DAY);
      int to =
          day == TimeUnits.DAYS_PER_WEEK - 1
              ? without.length
              : Math.min(without.length, from + TimeUnits.MINUTES_PER_DAY);
      agents.add(agentMinutes(week, from, to));
    }
  }

  private static AgentMinutes agentMinutes(WeekWork week, int from, int to) {
    double[] sessions = new double[to - from];
    double[] agents = new double[to - from];
    int count = 0;
    for (int t = from; t < to; t++) {
      if (week.agents()[t] > 0 && !Double.isNaN(week.readers()[t])) {
        sessions[count] = week.readers()[t];
        agents[count++] = week.agents()[t];
      }
    }
    return new AgentMinutes(Arrays.copyOf(sessions, count), Arrays.copyOf(agents, count));
  }

  /** The demand in a week of these days. */
  public ReaderDemand p99(int[] days) {
    if (Arrays.stream(days).allMatch(day -> agents.get(day).sessions.length == 0)) {
      double sessions = calm.p99(days);
      return share -> share * sessions;
    }
    return share -> p99(days, share);
  }

  private double p99(int[] days, double share) {
    int candidates = 0;
    int total = 0;
    for (int day : days) {
      int withAgent = agents.get(day).sessions.length;
      candidates += calm.highest(day).length + withAgent;
      total += calm.minutes(day) + withAgent;
    }
    double[] values = new double[candidates];
    int count = 0;
    for (int day : days) {
      for (double sessions : calm.highest(day)) {
        values[count++] = share * sessions;
      }
      AgentMinutes minutes = agents.get(day);
      for (int i = 0; i < minutes.sessions.length; i++) {
        values[count++] = share * minutes.sessions[i] + minutes.agents[i];
      }
    }
    return PeakPercentile.highest(values, total - (int) (0.99 * total));
  }
}
