package dev.teiten.change.history;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceWork;
import dev.teiten.load.TimeUnits;

/** Work and queue of one instance by day and hour of a week, from its CPU counter. */
final class HourlyQueue {
  private static final int DAY = HourProfile.HOURS;
  // The capacity curve says nothing about longer queues but that the host was full.
  private static final double MAX_STRETCH = 20;
  // The least mean utilisation of a full hour, 0..1.
  private static final double FULL = 0.92;
  // Steps of the tabulated capacity curve.
  private static final int STEPS = 1000;

  private final double[][] work = new double[DayGrid.COUNT][DAY];
  private final double[][] sessions = new double[DayGrid.COUNT][DAY];
  private final double[][] busy = new double[DayGrid.COUNT][DAY];
  private final int[][] minutes = new int[DayGrid.COUNT][DAY];
  private final double background;

  HourlyQueue(double[] utilisation, InstanceWork instance, DayGrid days) {
    background = instance.background().cores();
    double[] workAt = new double[STEPS + 1];
    double[] sessionsAt = new double[STEPS + 1];
    tabulate(instance.curve(), workAt, sessionsAt);
    for (int day = 0; day < DayGrid.COUNT; day++) {
      int end = Math.min(days.to(day), utilisation.length);
      for (int t = days.from(day); t < end; t++) {
        if (!Double.isNaN(utilisation[t])) {
          int hour = Math.min(DAY - 1, (t - days.from(day)) / TimeUnits.MINUTES_PER_HOUR);
          int step = (int) Math.round(Math.max(0, Math.min(1, utilisation[t])) * STEPS);
          work[day][hour] += workAt[step];
          sessions[day][hour] += sessionsAt[step];
          busy[day][hour] += utilisation[t];
          minutes[day][hour]++;
        }
      }
    }
  }

  private static void tabulate(CapacityCurve curve, double[] workAt, double[] sessionsAt) {
    for (int step = 0; step <= STEPS; step++) {
      workAt[step] = curve.work((double) step / STEPS * curve.vcpus());
      sessionsAt[step] = workAt[step] * Math.min(MAX_STRETCH, curve.stretch(workAt[step]));
    }
  }

  /** Core minutes of work; 0 where unknown. */
  double work(int day, int hour) {
    return work[day][hour];
  }

  /** Time on CPU, queue included, over work; {@code NaN} without work. */
  double stretch(int day, int hour) {
    return sessions[day][hour] / work[day][hour];
  }

  private boolean isFull(int day, int hour) {
    return busy[day][hour] > FULL * minutes[day][hour];
  }

  /**
   * Sessions of queries on CPU in the full hours of a day, or in its other hours, as a mean over
   * the known minutes of the whole day.
   */
  double sessions(int day, boolean full) {
    double sum = 0;
    int knownMinutes = 0;
    for (int hour = 0; hour < DAY; hour++) {
      knownMinutes += minutes[day][hour];
      if (work[day][hour] > 0 && isFull(day, hour) == full) {
        double queryWork = Math.max(0, work[day][hour] - background * minutes[day][hour]);
        sum += queryWork * stretch(day, hour);
      }
    }
    return knownMinutes == 0 ? 0 : sum / knownMinutes;
  }

  /** Multiplies the sessions of the full hours of a day; they stay at least the work. */
  void scaleFull(int day, double factor) {
    for (int hour = 0; hour < DAY; hour++) {
      if (isFull(day, hour)) {
        sessions[day][hour] = Math.max(work[day][hour], factor * sessions[day][hour]);
      }
    }
  }
}
