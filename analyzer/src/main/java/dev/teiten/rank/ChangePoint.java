package dev.teiten.rank;

import java.util.OptionalInt;

/**
 * Dates a change that is known to exist: the hour at which one step explains most of the week's
 * variation, besides what the hour of the day explains.
 */
final class ChangePoint {
  private static final int DAY = 24;
  private static final int MIN_HOURS = 3;

  private ChangePoint() {}

  /**
   * The first hour after the step.
   *
   * @param logs one logarithm an hour, {@code NaN} where unknown
   * @param shift the step that is looked for; one of less than half of it, or of the other sign, is
   *     not it
   */
  static OptionalInt find(double[] logs, double shift) {
    double[] centred = centred(logs, logs);
    int best = -1;
    double most = 0;
    for (int hour = MIN_HOURS; hour <= logs.length - MIN_HOURS; hour++) {
      double[] step = step(logs, hour);
      double square = 0;
      double product = 0;
      for (int i = 0; i < step.length; i++) {
        if (!Double.isNaN(logs[i])) {
          square += step[i] * step[i];
          product += step[i] * centred[i];
        }
      }
      double size = square > 0 ? product / square : 0;
      if (product * size > most && size * Math.signum(shift) >= Math.abs(shift) / 2) {
        most = product * size;
        best = hour;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static double[] step(double[] logs, int hour) {
    double[] step = new double[logs.length];
    for (int i = hour; i < step.length; i++) {
      step[i] = 1;
    }
    return centred(step, logs);
  }

  /** The values less their mean over the known hours of the same hour of the day. */
  private static double[] centred(double[] values, double[] known) {
    double[] sums = new double[DAY];
    int[] counts = new int[DAY];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(known[i])) {
        sums[i % DAY] += values[i];
        counts[i % DAY]++;
      }
    }
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = counts[i % DAY] == 0 ? 0 : values[i] - sums[i % DAY] / counts[i % DAY];
    }
    return centred;
  }
}
