package dev.teiten.change;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * A prior for the variance of one query, from the variances of all queries: a query has too few
 * weeks to show its own (Smyth, Linear models and empirical Bayes methods for assessing
 * differential expression in microarray experiments, Stat. Appl. Genet. Mol. Biol. 3, 2004).
 *
 * @param degrees the degrees of freedom that the prior is worth
 * @param variance of a weekly mean of logarithms
 */
record VariancePrior(double degrees, double variance) {
  private static final double MIN_DEGREES = 4;
  private static final double MAX_DEGREES = 30;
  // With few queries their spread says nothing; 12 worked best in simulation.
  private static final double DEFAULT_DEGREES = 12;
  private static final int MIN_QUERIES = 10;

  /** The lowest variance: a weekly mean is never trusted to repeat better than within 1 %. */
  static final double FLOOR = 1e-4;

  /**
   * @param variances of the queries, each with {@code degrees} of freedom over 0
   */
  static VariancePrior of(double[] variances, double[] degrees) {
    if (variances.length == 0) {
      return new VariancePrior(DEFAULT_DEGREES, 0.0025);
    }
    double[] logs = new double[variances.length];
    double noise = 0;
    for (int i = 0; i < logs.length; i++) {
      double half = degrees[i] / 2;
      logs[i] = Math.log(Math.max(FLOOR, variances[i])) - Gamma.digamma(half) + Math.log(half);
      noise += Gamma.trigamma(half) / logs.length;
    }
    if (logs.length < MIN_QUERIES) {
      double mean = Arrays.stream(variances).average().orElse(0);
      return new VariancePrior(DEFAULT_DEGREES, Math.max(FLOOR, mean));
    }
    double mean = Arrays.stream(logs).average().orElse(0);
    double spread = Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum() / (logs.length - 1);
    double d0 = degreesFor(spread - noise);
    double centre = mean + Gamma.digamma(d0 / 2) - Math.log(d0 / 2);
    return new VariancePrior(d0, Math.max(FLOOR, Math.exp(centre)));
  }

  /** The prior from differences of days, over the queries that have degrees of freedom. */
  static VariancePrior ofDays(List<DayDifferences> differences) {
    List<DayDifferences> spread = differences.stream().filter(d -> d.degrees() > 0).toList();
    return of(
        spread.stream().mapToDouble(DayDifferences::variance).toArray(),
        spread.stream().mapToDouble(DayDifferences::degrees).toArray());
  }

  /** Solves trigamma(d/2) = excess by bisection; trigamma falls. */
  private static double degreesFor(double excess) {
    double low = MIN_DEGREES;
    double high = MAX_DEGREES;
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      if (Gamma.trigamma(middle / 2) > excess) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The variance to use for a query that showed {@code itsVariance} with {@code itsDegrees}. */
  double shrink(double itsVariance, double itsDegrees) {
    return Math.max(
        FLOOR, (degrees * variance + itsDegrees * itsVariance) / (degrees + itsDegrees));
  }
}
