package dev.teiten.change;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * How far the end of the reviewed week lies from the same days of the weeks before, in logarithms.
 *
 * @param fromDay the first day (0 is Monday) of the part that is compared
 * @param log the difference; 0.1 is about +10 %
 * @param error its standard error
 * @param degrees of freedom
 * @param pValue two-sided, corrected for the parts that were looked at
 */
record LevelShift(int fromDay, double log, double error, double degrees, double pValue) {

  static LevelShift of(int fromDay, double log, double error, double degrees, double looks) {
    double tail = new TDistribution(null, degrees).cumulativeProbability(-Math.abs(log / error));
    return new LevelShift(fromDay, log, error, degrees, Math.min(1, looks * 2 * tail));
  }

  /** Relative change: 0.5 is +50 %. */
  double effect() {
    return Math.expm1(log);
  }

  double effectLow() {
    return Math.expm1(log - halfWidth());
  }

  double effectHigh() {
    return Math.expm1(log + halfWidth());
  }

  private double halfWidth() {
    return error * new TDistribution(null, degrees).inverseCumulativeProbability(0.975);
  }
}
