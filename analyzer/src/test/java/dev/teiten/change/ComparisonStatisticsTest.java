package dev.teiten.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DaySet;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The statistics behind the comparison of weeks reproduce small known results. */
class ComparisonStatisticsTest {

  @Test
  void benjaminiAndHochbergsOwnExample() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH")
    assertThat(BenjaminiHochberg.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.02, 0.04, 0.04, 0.02);
  }

  @Test
  void adjustedValuesKeepTheOrderAndAreNoSmaller() {
    SplittableRandom random = new SplittableRandom(7);
    double[] p = random.doubles(500).toArray();
    double[] q = BenjaminiHochberg.adjust(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(q[i]).isBetween(p[i], 1.0);
      for (int j = 0; j < i; j++) {
        assertThat(p[i] < p[j] && q[i] > q[j]).isFalse();
      }
    }
  }

  @Test
  void thePriorFindsTheVarianceThatAllQueriesShare() {
    SplittableRandom random = new SplittableRandom(3);
    double[] variances = new double[400];
    Arrays.setAll(variances, i -> 0.0025 * chiSquare(random, 4) / 4);
    double[] degrees = new double[400];
    Arrays.fill(degrees, 4);
    VariancePrior prior = VariancePrior.of(variances, degrees);

    assertThat(prior.variance()).isCloseTo(0.0025, within(0.0003));
    assertThat(prior.degrees()).as("no query differs: trust the prior").isGreaterThan(20);
  }

  @Test
  void thePriorIsWeakWhereQueriesDiffer() {
    SplittableRandom random = new SplittableRandom(3);
    double[] variances = new double[400];
    Arrays.setAll(
        variances, i -> 0.0025 * Math.exp(4 * random.nextDouble() - 2) * chiSquare(random, 4) / 4);
    double[] degrees = new double[400];
    Arrays.fill(degrees, 4);

    assertThat(VariancePrior.of(variances, degrees).degrees()).isLessThan(8);
  }

  private static double chiSquare(SplittableRandom random, int degrees) {
    double sum = 0;
    for (int i = 0; i < degrees; i += 2) {
      sum -= 2 * Math.log(1 - random.nextDouble());
    }
    return sum;
  }

  @Test
  void aMissingDayIsNoFall() {
    DailyValues logs = DailyValues.of(4, (week, day) -> day < 5 ? 2 : 0);
    DaySet missing =
        DaySet.of(4, (week, day) -> (week == 3 && day == 6) || (week == 1 && day == 0));

    assertThat(WeeklyMeans.of(logs.without(missing), 3, 0).difference())
        .isCloseTo(0, within(1e-12));
  }
}
