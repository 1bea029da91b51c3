package dev.teiten.change.beforeafter;

import dev.teiten.change.ShiftFinding;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How far the mean of some days lies below that of others, in logarithms; an error of infinity says
 * that one of the two is unknown.
 *
 * @param log over 0 where it fell; 0.1 is about -10 %
 * @param error its standard error
 * @param degrees of freedom
 */
public record MeanDrop(double log, double error, double degrees) {
  /** A smaller change of a query is not called one, as in the comparison with the weeks before. */
  public static final double LEAST_PERCENT = 100 * ShiftFinding.MIN_EFFECT;

  private static final double SURE = 0.998;

  /** By how much it fell: 60 is a fall to 40 %; below 0 where it rose, at most 100. */
  public double percent() {
    return percent(log);
  }

  /** The lower end of the interval that holds the truth with so much confidence, 0..1. */
  public double low(double confidence) {
    return percent(log - error * quantile(confidence));
  }

  /** The upper end. */
  public double high(double confidence) {
    return percent(log + error * quantile(confidence));
  }

  /** Whether it is beyond doubt that something changed, although the day was searched for. */
  public boolean isSure() {
    return low(SURE) > 0 || high(SURE) < 0;
  }

  /**
   * Whether it is beyond doubt, and as large as a change of a query has to be ({@value
   * #LEAST_PERCENT} %).
   */
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
