package dev.teiten.size.predict;

import org.apache.commons.math3.stat.interval.ClopperPearsonInterval;

/**
 * The number of draws in which every limit of the CPU holds.
 *
 * @param held draws in which they hold
 * @param needed draws in which they have to hold, so that the probability is sure to be high enough
 * @param all draws made
 */
public record DrawCount(int held, int needed, int all) {
  /** The level of a two-sided interval whose lower end is a one-sided bound of 95 %. */
  private static final double CONFIDENCE = 0.90;

  /** Share of the draws in which every limit holds, 0..1. */
  public double share() {
    return (double) held / all;
  }

  /** Whether the lower confidence bound of the probability reaches what is needed. */
  public boolean enough() {
    return held >= needed;
  }

  /**
   * The least number of {@code all} draws whose lower 95 % confidence bound (Clopper and Pearson,
   * The use of confidence or fiducial limits, Biometrika 26, 1934) reaches a probability. If not
   * even all draws do, it is all of them.
   *
   * @param probability 0..1
   */
  public static int needed(int all, double probability) {
    int needed = Math.min(all, (int) Math.ceil(probability * all));
    while (needed < all && lowerBound(needed, all) < probability) {
      needed++;
    }
    return needed;
  }

  private static double lowerBound(int held, int all) {
    return new ClopperPearsonInterval().createInterval(all, held, CONFIDENCE).getLowerBound();
  }
}
