package dev.teiten.size.predict;

import dev.teiten.load.ReviewWeek;
import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.WeekWork;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts every minute of the archive through a host as an open queue, whose backlog goes over from
 * minute to minute, and finds the worst minutes.
 */
public final class OverloadReplay {
  private static final int STEPS = 50;
  private static final double MAX_CORES = 1e6;

  private OverloadReplay() {}

  /** The part of the work that a host does. */
  public enum Part {
    WRITER,
    READERS,
    /** All of it, on the only instance left. */
    TOGETHER;

    /** The sessions' work by minute. */
    public double[] of(WeekWork week) {
      return switch (this) {
        case WRITER -> week.writer();
        case READERS -> week.readers();
        case TOGETHER -> week.together();
      };
    }
  }

  /**
   * A host under its part of the work.
   *
   * @param share of the host's capacity that this much work of the part takes, work in cores of the
   *     writer's class; it only grows
   * @param agentWeight sessions' work of the part that takes as much of the host as a core of an
   *     agent's work does; 0 where the agents' work is part of the writer's
   */
  public record Queue(Part part, DoubleUnaryOperator share, double agentWeight) {

    private double[] work(WeekWork week) {
      double[] sessions = part.of(week);
      if (agentWeight == 0) {
        return sessions;
      }
      double[] all = sessions.clone();
      Arrays.setAll(all, t -> sessions[t] + agentWeight * week.agents()[t]);
      return all;
    }

    /** The work of the part that takes the whole host. */
    private double full() {
      double high = 1;
      while (share.applyAsDouble(high) < 1 && high < MAX_CORES) {
        high *= 2;
      }
      double low = 0;
      for (int i = 0; i < STEPS; i++) {
        double middle = (low + high) / 2;
        if (share.applyAsDouble(middle) < 1) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }
  }

  /**
   * Minutes with a backlog, or the highest minute if there never is one.
   *
   * @param part of the work that was too much
   * @param minute of the week at which they begin
   * @param minutesOver on which the demand was over the capacity
   * @param minutes until the backlog was done, at least 1
   * @param demand the highest, over the capacity; 1 is all of it
   * @param waitMinutes the longest wait, which is the highest backlog over the capacity
   */
  public record Overload(
      ReviewWeek week,
      Part part,
      int minute,
      int minutesOver,
      int minutes,
      double demand,
      double waitMinutes) {

    private boolean worse(@Nullable Overload other) {
      return other == null
          || waitMinutes > other.waitMinutes
          || (waitMinutes == other.waitMinutes && demand > other.demand);
    }
  }

  /** The worst minutes over all queues; null without any known minute. */
  public static @Nullable Overload worst(List<DatedWork> weeks, List<Queue> queues) {
    Overload worst = null;
    for (Queue queue : queues) {
      double full = queue.full();
      for (DatedWork week : weeks) {
        Overload found = new Run(week.week(), queue, full).worst(queue.work(week.work()));
        if (found != null && found.worse(worst)) {
          worst = found;
        }
      }
    }
    return worst;
  }

  /** One pass through the minutes of a week. */
  private static final class Run {
    private final ReviewWeek week;
    private final Queue queue;
    private final double full;
    private @Nullable Overload worst;
    private double backlog;
    private int begin;
    private int over;
    private int minutes;
    private double highest;
    private double highestBacklog;

    private Run(ReviewWeek week, Queue queue, double full) {
      this.week = week;
      this.queue = queue;
      this.full = full;
    }

    private @Nullable Overload worst(double[] work) {
      int busiest = -1;
      for (int t = 0; t < work.length; t++) {
        if (!Double.isNaN(work[t])) {
          busiest = busiest < 0 || work[t] > work[busiest] ? t : busiest;
          add(t, work[t]);
        }
      }
      end();
      return worst != null || busiest < 0
          ? worst
          : new Overload(
              week, queue.part, busiest, 0, 1, queue.share.applyAsDouble(work[busiest]), 0);
    }

    private void add(int minute, double work) {
      if (backlog == 0 && work > full) {
        begin = minute;
        over = 0;
        minutes = 0;
        highest = 0;
        highestBacklog = 0;
      }
      double left = Math.max(0, backlog + work - full);
      if (left > 0 || backlog > 0) {
        over += work > full ? 1 : 0;
        minutes++;
        highest = Math.max(highest, work);
        highestBacklog = Math.max(highestBacklog, left);
        backlog = left;
        if (left == 0) {
          end();
        }
      }
    }

    private void end() {
      if (highestBacklog > 0) {
        double demand = queue.share.applyAsDouble(highest);
        Overload found =
            new Overload(week, queue.part, begin, over, minutes, demand, highestBacklog / full);
        worst = found.worse(worst) ? found : worst;
        highestBacklog = 0;
      }
    }
  }
}
