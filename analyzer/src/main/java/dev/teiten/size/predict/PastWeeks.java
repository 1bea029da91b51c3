package dev.teiten.size.predict;

import dev.teiten.load.ClusterLoad;
import java.util.List;

/**
 * The CPU work of the weeks before, from their CPU counters alone. The classes are taken to have
 * been today's, because a coarse week does not tell them.
 */
public final class PastWeeks {
  /** Weeks of history, the reviewed one included. Older ones say little of the next week. */
  public static final int MAX_WEEKS = 4;

  private static final double MIN_COVERAGE = 0.95;

  private PastWeeks() {}

  /** Up to three weeks with enough data, the oldest first. */
  static List<WeekWork> of(ClusterLoad load, ClusterWork work) {
    List<WeekWork> before =
        load.history().stream()
            .filter(week -> week.week().monday().isBefore(load.week().monday()))
            .map(week -> work.of(week, load.timeline()))
            .filter(PastWeeks::complete)
            .toList();
    return before.subList(Math.max(0, before.size() - MAX_WEEKS + 1), before.size());
  }

  private static boolean complete(WeekWork week) {
    double enough = MIN_COVERAGE * week.writer().length;
    return MinuteStatistics.count(week.writer()) >= enough
        && MinuteStatistics.count(week.readers()) >= enough;
  }
}
