package dev.teiten.change.history;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceWork;

/** Work and queue of one instance by day and hour of a week, as the CPU counter tells them. */
final class HourlyQueue {
  private static final int DAY = HourProfiles.DAY;
  // Beyond, the curve says only that the host was full.
  private static final double MAX = 20;
  private static final double FULL = 0.92;
  private static final int STEPS = 1000;

  private final double[][] work = new double[DayGrid.COUNT][DAY];
  private final double[][] sessions = new double[DayGrid.COUNT][DAY];
  private final double[][] busy = new double[DayGrid.COUNT][DAY];
  private final int[][] minutes = new int[DayGrid.COUNT][DAY];
  private final double background;

  HourlyQueue(double[] utilisation, InstanceWork instance, DayGrid days) {
    background = instance.backgroundCores();
    CapacityCurve curve = instance.curve();
    double[] workAt = new double[STEPS + 1];
    double[] sessionsAt = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      workAt[i] = curve.work((double) i / STEPS * curve.vcpus());
      sessionsAt[i] = workAt[i] * Math.min(MAX, curve.stretch(workAt[i]));
    }
    for (int day = 0; day < DayGrid.COUNT; day++) {
      int end = Math.min(days.to(day), utilisation.length);
      for (int t = days.from(day); t < end; t++) {
        if (!Double.isNaN(utilisation[t])) {
          int hour = Math.min(DAY - 1, (t - days.from(day)) / 60);
          int i = (int) Math.round(Math.max(0, Math.min(1, utilisation[t])) * STEPS);
          work[day][hour] += workAt[i];
          sessions[day][hour] += sessionsAt[i];
          busy[day][hour] += utilisation[t];
          minutes[day][hour]++;
        }
      }
    }
  }

  /** Core minutes of work; 0 where nothing is known. */
  double work(int day, int hour) {
    return work[day][hour];
  }

  double stretch(int day, int hour) {
    return sessions[day][hour] / work[day][hour];
  }

  private boolean isFull(int day, int hour) {
    return busy[day][hour] > FULL * minutes[day][hour];
  }

  /** Mean sessions on CPU over the day that belong to queries, in its full hours or the others. */
  double sessions(int day, boolean full) {
    double sum = 0;
    int known = 0;
    for (int hour = 0; hour < DAY; hour++) {
      known += minutes[day][hour];
      if (work[day][hour] > 0 && isFull(day, hour) == full) {
        double own = Math.max(0, work[day][hour] - background * minutes[day][hour]);
        sum += own * stretch(day, hour);
      }
    }
    return known == 0 ? 0 : sum / known;
  }

  void scaleFull(int day, double factor) {
    for (int hour = 0; hour < DAY; hour++) {
      if (isFull(day, hour)) {
        sessions[day][hour] = Math.max(work[day][hour], factor * sessions[day][hour]);
      }
    }
  }
}
