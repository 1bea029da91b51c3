package dev.teiten.change.beforeafter;

import dev.teiten.change.ShiftFinding;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The drop of the mean of some days against the mean of other days, in logarithms.
 *
 * @param log above 0 for a drop; 0.1 is about -10 %
 * @param error its standard error; infinite if one of the means is unknown
 * @param degrees of freedom of the standard error
 */
public record MeanDrop(double log, double error, double degrees) {
  /** A smaller change does not count, percent; the comparison of weeks has the same limit. */
  public static final double LEAST_PERCENT = 100 * ShiftFinding.MIN_EFFECT;

  private static final double SURE_CONFIDENCE = 0.998;

  /** The drop in percent, at most 100: 60 is a drop to 40 %; below 0 for a rise. */
  public double percent() {
    return percent(log);
  }

  /** The lower end of the interval with a confidence of 0..1, percent. */
  public double low(double confidence) {
    return percent(log - error * quantile(confidence));
  }

  /** The upper end of the interval with a confidence of 0..1, percent. */
  public double high(double confidence) {
    return percent(log + error * quantile(confidence));
  }

  /** Whether a change is beyond doubt, even for a day that was searched for. */
  public boolean isSure() {
    return low(SURE_CONFIDENCE) > 0 || high(SURE_CONFIDENCE) < 0;
  }

  /** Whether a change is beyond doubt and at least {@value #LEAST_PERCENT} %. */
  public boolean isChange() {
    return isSure() && Math.abs(percent()) >= LEAST_PERCENT;
  }

  private double quantile(double confidence) {
    return new TDistribution(null, degrees).inverseCumulativeProbability((1 + confidence) / 2);
  }

  private static double percent(double log) {
    return -100 * Math.expm1(-log);
  }
}
