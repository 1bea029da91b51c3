package dev.teiten.validation;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BetaDistribution;

/** An estimate with its 95 % interval. */
record EstimateInterval(double estimate, double low, double high) {

  /** A proportion, exact (Clopper and Pearson, Biometrika 26, 1934). */
  static EstimateInterval proportion(int hits, int of) {
    double low = hits == 0 ? 0 : beta(hits, of - hits + 1, 0.025);
    double high = hits == of ? 1 : beta(hits + 1, of - hits, 0.975);
    return new EstimateInterval(of == 0 ? Double.NaN : (double) hits / of, low, high);
  }

  private static double beta(double a, double b, double p) {
    return new BetaDistribution(null, a, b).inverseCumulativeProbability(p);
  }

  /** A mean, with an interval from 2,000 bootstrap samples. */
  static EstimateInterval mean(double[] values) {
    SplittableRandom random = new SplittableRandom(1);
    double[] means = new double[2000];
    for (int draw = 0; draw < means.length; draw++) {
      for (int i = 0; i < values.length; i++) {
        means[draw] += values[random.nextInt(values.length)] / values.length;
      }
    }
    Arrays.sort(means);
    return new EstimateInterval(
        Arrays.stream(values).average().orElse(Double.NaN), means[50], means[1949]);
  }

  String text(int digits) {
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT, number + " (" + number + " to " + number + ")", estimate, low, high);
  }

  String percent() {
    return String.format(
        Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * estimate, 100 * low, 100 * high);
  }
}
