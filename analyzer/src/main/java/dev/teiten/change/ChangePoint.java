package dev.teiten.change;

import java.util.OptionalInt;

/**
 * Dates a change that is known to exist: the hour at which one step explains most of the week's
 * variation, besides what the hour of the day explains.
 */
public final class ChangePoint {
  private static final int DAY = 24;
  private static final int MIN_HOURS = 3;

  private ChangePoint() {}

  /** As {@link #find(double[], double, int, int)}, by hour. */
  static OptionalInt find(double[] logs, double shift) {
    return find(logs, shift, DAY, MIN_HOURS);
  }

  /**
   * The first value after the step.
   *
   * @param logs one logarithm an hour, or a day; {@code NaN} where unknown
   * @param shift the step that is looked for; one of less than half of it, or of the other sign, is
   *     not it
   * @param period after how many values the usual course begins again
   * @param least how many values a step has before and after it
   */
  public static OptionalInt find(double[] logs, double shift, int period, int least) {
    double[] centred = centred(logs, logs, period);
    int best = -1;
    double most = 0;
    for (int at = least; at <= logs.length - least; at++) {
      double[] step = step(logs, at, period);
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
        best = at;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static double[] step(double[] logs, int at, int period) {
    double[] step = new double[logs.length];
    for (int i = at; i < step.length; i++) {
      step[i] = 1;
    }
    return centred(step, logs, period);
  }

  /** The values less their mean over the known ones of the same hour of the day. */
  private static double[] centred(double[] values, double[] known, int period) {
    double[] sums = new double[period];
    int[] counts = new int[period];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(known[i])) {
        sums[i % period] += values[i];
        counts[i % period]++;
      }
    }
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = counts[i % period] == 0 ? 0 : values[i] - sums[i % period] / counts[i % period];
    }
    return centred;
  }
}
