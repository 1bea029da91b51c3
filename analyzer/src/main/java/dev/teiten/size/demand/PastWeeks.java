package dev.teiten.size.demand;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WeekLoad;
import java.util.ArrayList;
import java.util.List;

/**
 * The CPU work of the weeks before, from their CPU counters alone. The classes are taken to have
 * been today's, because a coarse week does not tell them.
 *
 * @param recent up to three weeks with enough data, oldest first
 * @param others all other weeks of the archive, oldest first
 */
public record PastWeeks(List<DatedWork> recent, List<DatedWork> others) {
  /** Weeks of history, the reviewed one included. Older ones say little of the next week. */
  public static final int MAX_WEEKS = 4;

  private static final double MIN_COVERAGE = 0.95;

  public PastWeeks {
    recent = List.copyOf(recent);
    others = List.copyOf(others);
  }

  public static PastWeeks of(ClusterLoad load, ClusterWork work) {
    List<DatedWork> all = new ArrayList<>();
    for (List<WeekLoad> weeks : List.of(load.older(), load.history())) {
      weeks.stream()
          .filter(week -> week.week().monday().isBefore(load.week().monday()))
          .filter(week -> !week.cpuUtilisation().isEmpty())
          .map(week -> new DatedWork(week.week(), work.of(week, load.timeline())))
          .forEach(all::add);
    }
    List<DatedWork> complete = all.stream().filter(week -> complete(week.work())).toList();
    List<DatedWork> recent =
        complete.subList(Math.max(0, complete.size() - MAX_WEEKS + 1), complete.size());
    List<ReviewWeek> kept = recent.stream().map(DatedWork::week).toList();
    return new PastWeeks(recent, all.stream().filter(week -> !kept.contains(week.week())).toList());
  }

  private static boolean complete(WeekWork week) {
    double enough = MIN_COVERAGE * week.writer().length;
    return MinuteStatistics.count(week.writer()) >= enough
        && MinuteStatistics.count(week.readers()) >= enough;
  }
}
