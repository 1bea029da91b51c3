package dev.teiten.synthetic;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The random variation that all instances of a synthetic cluster share. */
final class SharedNoise {
  private final Map<String, double[][]> days = new HashMap<>();
  private final SplittableRandom random;

  SharedNoise(SyntheticCluster cluster, SplittableRandom random) {
    this.random = random;
    double[][] traffic = new double[cluster.weeks][7];
    for (double[] week : traffic) {
      for (int day = 0; day < 7; day++) {
        week[day] = cluster.trafficNoise * gaussian(random);
      }
    }
    for (SyntheticQuery query : cluster.queries) {
      double[][] own = new double[cluster.weeks][7];
      for (int w = 0; w < own.length; w++) {
        double week = cluster.weekNoise * gaussian(random);
        for (int day = 0; day < 7; day++) {
          own[w][day] = Math.exp(week + traffic[w][day] + cluster.dayNoise * gaussian(random));
        }
      }
      days.put(query.digest(), own);
    }
  }

  /** The factor on the calls of a digest on a day. */
  double calls(String digest, int week, int day) {
    double[][] own = days.get(digest);
    return own == null ? 1 : own[week][day];
  }

  SplittableRandom split() {
    return random.split();
  }

  static double gaussian(SplittableRandom random) {
    // The method of Box and Muller; 1 - u keeps the logarithm finite.
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** The mean of {@code looks} looks at a Poisson-distributed number of sessions. */
  static double sample(SplittableRandom random, double mean, int looks) {
    double expected = mean * looks;
    if (expected > 50) {
      return Math.max(0, expected + Math.sqrt(expected) * gaussian(random)) / looks;
    }
    double limit = Math.exp(-expected);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return (double) count / looks;
  }
}
