package dev.teiten.change.history;

import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestDayHours;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.WaitEvent;
import dev.teiten.load.WeekLoad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time on CPU of a digest's sessions, queue included, over their work without the queue, by
 * day. Load on CPU divided by this stretch is work. Without the division every query would look
 * slower when one query fills the host. Each hour counts by the digest's calls: a job of one hour
 * meets the queue of that hour, not the queue of the day.
 */
final class QueueStretch {
  private static final int DAY = HourProfile.HOURS;
  // Full hours with a smaller part of the load, 0..1, are not corrected.
  private static final double MIN_FULL_PART = 0.1;
  private static final double MAX_CORRECTION = 5;

  private final HourProfiles profiles;
  private final Map<String, double[]> callsByHour = new HashMap<>();
  // In the order of the load's instances; null where an instance's work is unknown.
  private final List<@Nullable HourlyQueue> queues = new ArrayList<>();

  private QueueStretch(HourProfiles profiles) {
    this.profiles = profiles;
  }

  /** The queues of one week. */
  static QueueStretch of(WeekLoad week, CpuWork cpu, ClusterLoad load, HourProfiles profiles) {
    QueueStretch stretch = new QueueStretch(profiles);
    for (DigestDayHours listed : week.hours().days()) {
      double[] sums =
          stretch.callsByHour.computeIfAbsent(listed.digest(), digest -> new double[DAY]);
      Arrays.setAll(sums, hour -> sums[hour] + listed.callsPerSecond()[hour]);
    }
    Map<String, InstanceWork> workById = new HashMap<>();
    cpu.instances().forEach(work -> workById.put(work.instance().resourceId(), work));
    DayGrid days = new DayGrid(week.week());
    for (InstanceLoad instance : load.instances()) {
      String id = instance.instance().resourceId();
      stretch.queues.add(queue(week.cpuUtilisation().get(id), workById.get(id), days));
    }
    stretch.correctFullHours(week, days);
    return stretch;
  }

  private static @Nullable HourlyQueue queue(
      double @Nullable [] utilisation, @Nullable InstanceWork work, DayGrid days) {
    return work == null || utilisation == null ? null : new HourlyQueue(utilisation, work, days);
  }

  /**
   * In the hours of a full host the capacity curve is too steep to tell the length of the queue.
   * The queue of those hours is the measured load that the other hours do not explain.
   */
  private void correctFullHours(WeekLoad week, DayGrid days) {
    double[] measured = new double[DayGrid.COUNT];
    for (DigestLoad load : week.days()) {
      int day = days.dayOf(load.from());
      if (day >= 0) {
        measured[day] += load.waits().getOrDefault(WaitEvent.CPU, 0.0);
      }
    }
    for (int day = 0; day < DayGrid.COUNT; day++) {
      double full = sessions(day, true);
      double others = sessions(day, false);
      if (measured[day] > 0 && full > MIN_FULL_PART * (full + others)) {
        double factor = (measured[day] - others) / full;
        scaleFullHours(day, Math.max(1 / MAX_CORRECTION, Math.min(MAX_CORRECTION, factor)));
      }
    }
  }

  private double sessions(int day, boolean full) {
    double sum = 0;
    for (HourlyQueue queue : queues) {
      sum += queue == null ? 0 : queue.sessions(day, full);
    }
    return sum;
  }

  private void scaleFullHours(int day, double factor) {
    for (HourlyQueue queue : queues) {
      if (queue != null) {
        queue.scaleFull(day, factor);
      }
    }
  }

  /** The stretch of a digest on one day, at least 1; 1 where no CPU counter is known. */
  double of(String digest, int day) {
    HourProfile profile = profiles.of(digest);
    double[] hours = callsByHour.get(digest);
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < queues.size(); i++) {
      HourlyQueue queue = queues.get(i);
      for (int hour = 0; queue != null && hour < DAY; hour++) {
        double weight = profile == null ? queue.work(day, hour) : weight(profile, hours, i, hour);
        if (weight > 0 && queue.work(day, hour) > 0) {
          weights += weight;
          sum += weight * queue.stretch(day, hour);
        }
      }
    }
    return weights > 0 ? Math.max(1, sum / weights) : 1;
  }

  /** A query may have run at other hours in another week, but on the same instances. */
  private static double weight(
      HourProfile profile, double @Nullable [] hours, int instance, int hour) {
    return hours == null || Arrays.stream(hours).sum() == 0
        ? profile.calls(instance, hour)
        : profile.calls(instance) * hours[hour];
  }
}
