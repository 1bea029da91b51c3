package dev.teiten.rank;

import dev.teiten.archive.WeekLoad;
import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceWork;
import org.jspecify.annotations.Nullable;

/**
 * How much longer than its work the sessions of a day stood on the CPUs, the queue included. Load
 * on CPU over this is work: without it everybody would look slower when one query fills the host.
 */
final class QueueStretch {
  // Beyond, the curve says only that the host was full.
  private static final double MAX = 20;
  private static final int STEPS = 1000;

  private final double[] sessions = new double[Days.COUNT];
  private final double[] work = new double[Days.COUNT];

  private QueueStretch() {}

  /** By day of the week; 1 where the CPU counter is unknown. */
  static double[] of(WeekLoad week, CpuWork cpu) {
    QueueStretch stretch = new QueueStretch();
    Days days = new Days(week.week());
    for (InstanceWork instance : cpu.instances()) {
      stretch.add(
          week.cpuUtilisation().get(instance.instance().resourceId()), instance.curve(), days);
    }
    double[] result = new double[Days.COUNT];
    for (int day = 0; day < Days.COUNT; day++) {
      result[day] = stretch.work[day] > 0 ? stretch.sessions[day] / stretch.work[day] : 1;
    }
    return result;
  }

  private void add(double @Nullable [] utilisation, CapacityCurve curve, Days days) {
    if (utilisation == null) {
      return;
    }
    double[] workAt = new double[STEPS + 1];
    double[] sessionsAt = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      workAt[i] = curve.work((double) i / STEPS * curve.vcpus());
      sessionsAt[i] = workAt[i] * Math.min(MAX, curve.stretch(workAt[i]));
    }
    for (int day = 0; day < Days.COUNT; day++) {
      int end = Math.min(days.to(day), utilisation.length);
      for (int t = days.from(day); t < end; t++) {
        if (!Double.isNaN(utilisation[t])) {
          int i = (int) Math.round(Math.max(0, Math.min(1, utilisation[t])) * STEPS);
          work[day] += workAt[i];
          sessions[day] += sessionsAt[i];
        }
      }
    }
  }
}
