package dev.teiten.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.DaySet;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayNoiseTest {

  private static DailyValues logs(Random random, int weeks, double dayNoise, double weekNoise) {
    double[][] logs = new double[weeks + 1][DayGrid.COUNT];
    for (double[] week : logs) {
      double level = weekNoise * random.nextGaussian();
      Arrays.setAll(week, day -> 0.5 * day + level + dayNoise * random.nextGaussian());
    }
    return DailyValues.of(weeks + 1, (week, day) -> logs[week][day]);
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
    DailyValues logs = logs(new Random(1), 4, 0, 0);
    DailyValues changed =
        DailyValues.of(
            5, (week, day) -> week == 4 && day >= 3 && day < 7 ? 9 : logs.value(week, day));
    assertThat(DayNoise.of(changed, 4).variance()).isZero();
  }

  @Test
  void whatIsUnknownCostsDegreesOfFreedom() {
    DailyValues logs = logs(new Random(1), 4, 0.1, 0);
    assertThat(DayNoise.of(logs, 4).degrees()).isEqualTo(18);
    DailyValues incomplete = logs.without(DaySet.of(5, (week, day) -> week == 2 && day == 3));
    assertThat(DayNoise.of(incomplete, 4).degrees()).isEqualTo(17);
    assertThat(DayNoise.of(DailyValues.of(2, (week, day) -> 0), 1).degrees()).isZero();
  }
}
