package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WeekLoad;
import java.util.ArrayList;
import java.util.Arrays;
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

  static PastWeeks of(ClusterLoad load, ClusterWork work) {
    List<DatedWork> all = new ArrayList<>();
    for (List<WeekLoad> weeks : List.of(load.older(), load.history())) {
      weeks.stream()
          .filter(week -> week.week().monday().isBefore(load.week().monday()))
          .filter(week -> !week.cpuUtilisation().isEmpty())
          .map(week -> new DatedWork(week.week(), of(week, work)))
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

  private static WeekWork of(WeekLoad week, ClusterWork work) {
    int minutes = week.week().range().minutes();
    double[] writer = new double[minutes];
    Arrays.fill(writer, Double.NaN);
    PooledSum readers = new PooledSum(minutes);
    HighestAgent agents = new HighestAgent(minutes);
    week.cpuUtilisation()
        .forEach(
            (id, utilisation) -> {
              if (id.equals(work.writer().instance().resourceId())) {
                System.arraycopy(work(work.writer(), utilisation), 0, writer, 0, minutes);
              } else if (!work.readers().isEmpty()) {
                InstanceWork like = reader(id, work);
                double[] all = work(like, utilisation);
                double[] ofAgents = like.background().agentsIn(all);
                readers.add(sessions(all, ofAgents, like), work.readerUnit());
                agents.add(ofAgents, work.readerUnit());
              }
            });
    return new WeekWork(writer, readers.total(), agents.byMinute());
  }

  /** The reader with this id today; a reader that is gone counts as another one of today. */
  private static InstanceWork reader(String id, ClusterWork work) {
    return work.readers().stream()
        .filter(reader -> reader.instance().resourceId().equals(id))
        .findFirst()
        .orElse(work.readers().get(0));
  }

  private static double[] sessions(double[] all, double[] agents, InstanceWork like) {
    double[] sessions = new double[all.length];
    double constant = like.background().cores();
    Arrays.setAll(sessions, t -> all[t] - Math.min(all[t], constant + agents[t]));
    return sessions;
  }

  private static double[] work(InstanceWork like, double[] utilisation) {
    return Arrays.stream(utilisation)
        .map(used -> like.curve().work(used * like.curve().vcpus()))
        .toArray();
  }
}
