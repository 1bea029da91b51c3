package dev.teiten.change;

import dev.teiten.load.TimeUnits;
import java.util.OptionalInt;

/**
 * Dates a known change: the hour at which one step explains most of the week's variation that the
 * hour of the day does not explain.
 */
public final class ChangePoint {
  private static final int MIN_HOURS = 3;

  private ChangePoint() {}

  /** The first hour after the step; see {@link #find(double[], double, int, int)}. */
  static OptionalInt find(double[] logs, double shift) {
    return find(logs, shift, TimeUnits.HOURS_PER_DAY, MIN_HOURS);
  }

  /**
   * The index of the first value after the step; empty if there is no such step.
   *
   * @param logs a logarithm for each hour, or each day; {@code NaN} where unknown
   * @param shift the expected step; a step of the other sign, or of less than half the size, does
   *     not count
   * @param period the number of values after which the usual pattern repeats
   * @param margin the least number of values before and after the step
   */
  public static OptionalInt find(double[] logs, double shift, int period, int margin) {
    double[] centred = centred(logs, logs, period);
    int best = -1;
    double most = 0;
    for (int at = margin; at <= logs.length - margin; at++) {
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

  /** The values less the mean of their hour of the day, over the hours that {@code logs} knows. */
  private static double[] centred(double[] values, double[] logs, int period) {
    double[] sums = new double[period];
    int[] counts = new int[period];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(logs[i])) {
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
