package dev.teiten.change;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The difference between the end of the reviewed week and the same days of the weeks before.
 *
 * @param fromDay the first day (0 is Monday) of the compared part
 * @param log the difference of logarithms; 0.1 is about +10 %
 * @param error its standard error
 * @param degrees of freedom of the standard error
 * @param pValue two-sided, 0..1, corrected for the number of compared parts
 */
record LevelShift(int fromDay, double log, double error, double degrees, double pValue) {

  /**
   * @param correction a factor of the p-value for the number of compared parts
   */
  static LevelShift of(int fromDay, double log, double error, double degrees, double correction) {
    double tail = new TDistribution(null, degrees).cumulativeProbability(-Math.abs(log / error));
    return new LevelShift(fromDay, log, error, degrees, Math.min(1, correction * 2 * tail));
  }

  /** Relative change: 0.5 is +50 %. */
  double effect() {
    return Math.expm1(log);
  }

  /** The lower end of the 95 % interval of {@link #effect}. */
  double effectLow() {
    return Math.expm1(log - halfWidth());
  }

  /** The upper end of the 95 % interval of {@link #effect}. */
  double effectHigh() {
    return Math.expm1(log + halfWidth());
  }

  private double halfWidth() {
    return error * new TDistribution(null, degrees).inverseCumulativeProbability(0.975);
  }
}
