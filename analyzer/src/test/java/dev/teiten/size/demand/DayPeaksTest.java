package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DayPeaksTest {
  @Test
  void theHighestMinutesOfTheDaysGiveTheWeeksPercentile() {
    SplittableRandom random = new SplittableRandom(3);
    double[] week = new double[10_080];
    Arrays.setAll(
        week, t -> random.nextInt(20) == 0 ? Double.NaN : random.nextDouble() * (t % 997));
    DayPeaks peaks = new DayPeaks();
    peaks.add(week);

    assertThat(peaks.p99(new int[] {0, 1, 2, 3, 4, 5, 6}))
        .isEqualTo(MinuteStatistics.quantile(week, 0.99));
    double[] tuesday = Arrays.copyOfRange(week, 1440, 2880);
    double[] seven = new double[7 * 1440];
    Arrays.setAll(seven, t -> tuesday[t % 1440]);
    assertThat(peaks.p99(new int[] {1, 1, 1, 1, 1, 1, 1}))
        .isEqualTo(MinuteStatistics.quantile(seven, 0.99));
  }
}
