package dev.teiten.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.change.history.DayGrid;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayNoiseTest {

  private static double[][] logs(Random random, int weeks, double day, double week) {
    double[][] logs = new double[weeks + 1][DayGrid.COUNT];
    for (double[] own : logs) {
      double level = week * random.nextGaussian();
      Arrays.setAll(own, d -> 0.5 * d + level + day * random.nextGaussian());
    }
    return logs;
  }

  @Test
  void itIsTheVarianceOfSingleDaysWhateverWeekdaysAndWeeksDo() {
    Random random = new Random(5);
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      sum += DayNoise.of(logs(random, 4, 0.1, 0.4), 4).variance();
    }
    assertThat(sum / 2000).isCloseTo(0.01, within(0.0003));
  }

  @Test
  void theReviewedWeekDoesNotCount() {
    double[][] logs = logs(new Random(1), 4, 0, 0);
    Arrays.fill(logs[4], 3, 7, 9);
    assertThat(DayNoise.of(logs, 4).variance()).isZero();
  }

  @Test
  void whatIsUnknownCostsDegreesOfFreedom() {
    double[][] logs = logs(new Random(1), 4, 0.1, 0);
    assertThat(DayNoise.of(logs, 4).degrees()).isEqualTo(18);
    logs[2][3] = Double.NaN;
    assertThat(DayNoise.of(logs, 4).degrees()).isEqualTo(17);
    assertThat(DayNoise.of(new double[][] {new double[7], new double[7]}, 1).degrees()).isZero();
  }
}
