package dev.teiten.change.history;

import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.WaitEvent;
import dev.teiten.load.WeekLoad;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much longer than its work the sessions of a digest stood on the CPUs on a day, the queue
 * included. Load on CPU over this is work: without it everybody would look slower when one query
 * fills the host. Each hour counts by the digest's calls, because a job of one hour meets the queue
 * of that hour and not that of the day.
 */
final class QueueStretch {
  private static final int DAY = HourProfiles.DAY;
  // The part of the load that has to stem from full hours before they are measured anew.
  private static final double FULL_PART = 0.1;
  private static final double MOST_WRONG = 5;

  private final HourProfiles profiles;
  // By instance as the profiles have it; null where its work is unknown.
  private final List<@Nullable HourlyQueue> queues = new ArrayList<>();

  private QueueStretch(HourProfiles profiles) {
    this.profiles = profiles;
  }

  /** The queues of one week. */
  static QueueStretch of(WeekLoad week, CpuWork cpu, ClusterLoad load, HourProfiles profiles) {
    QueueStretch stretch = new QueueStretch(profiles);
    Map<String, InstanceWork> known = new HashMap<>();
    cpu.instances().forEach(work -> known.put(work.instance().resourceId(), work));
    DayGrid days = new DayGrid(week.week());
    for (InstanceLoad instance : load.instances()) {
      String id = instance.instance().resourceId();
      double @Nullable [] utilisation = week.cpuUtilisation().get(id);
      InstanceWork work = known.get(id);
      boolean any = work != null && utilisation != null;
      stretch.queues.add(
          any && work != null && utilisation != null
              ? new HourlyQueue(utilisation, work, days)
              : null);
    }
    stretch.measureFullHours(week, days);
    return stretch;
  }

  /**
   * In hours when a host is full, how long its queue is follows from how full it is by far too
   * steep a curve. There it is taken from the load itself: what the other hours do not explain.
   */
  private void measureFullHours(WeekLoad week, DayGrid days) {
    double[] seen = new double[DayGrid.COUNT];
    for (DigestLoad load : week.days()) {
      int day = days.dayOf(load.from());
      if (day >= 0) {
        seen[day] += load.waits().getOrDefault(WaitEvent.CPU, 0.0);
      }
    }
    for (int day = 0; day < DayGrid.COUNT; day++) {
      double full = 0;
      double rest = 0;
      for (HourlyQueue queue : queues) {
        full += queue == null ? 0 : queue.sessions(day, true);
        rest += queue == null ? 0 : queue.sessions(day, false);
      }
      if (seen[day] > 0 && full > FULL_PART * (full + rest)) {
        double factor = (seen[day] - rest) / full;
        double bounded = Math.max(1 / MOST_WRONG, Math.min(MOST_WRONG, factor));
        for (HourlyQueue queue : queues) {
          if (queue != null) {
            queue.scaleFull(day, bounded);
          }
        }
      }
    }
  }

  /** For one digest on one day of the week, at least 1; 1 where no CPU counter is known. */
  double of(String digest, int day) {
    double[][] profile = profiles.of(digest);
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < queues.size(); i++) {
      HourlyQueue queue = queues.get(i);
      for (int hour = 0; queue != null && hour < DAY; hour++) {
        double own = profile == null ? queue.work(day, hour) : profile[i][hour];
        if (own > 0 && queue.work(day, hour) > 0) {
          weights += own;
          sum += own * queue.stretch(day, hour);
        }
      }
    }
    return weights > 0 ? Math.max(1, sum / weights) : 1;
  }
}
