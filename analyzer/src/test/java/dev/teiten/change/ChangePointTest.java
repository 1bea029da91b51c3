package dev.teiten.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangePointTest {

  private static double[] week(long seed, int step, double size) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] logs = new double[168];
    for (int hour = 0; hour < logs.length; hour++) {
      double noise = 0.05 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
      logs[hour] = 0.4 * Math.sin(hour * Math.PI / 12) + noise + (hour >= step ? size : 0);
    }
    return logs;
  }

  @Test
  void aStepIsFoundWithinTwoHoursWhereverItIs() {
    for (int step = 6; step <= 160; step += 7) {
      OptionalInt found = ChangePoint.find(week(step, step, 0.3), 0.3);

      assertThat(found).as("step at %d", step).isPresent();
      assertThat(found.getAsInt()).as("step at %d", step).isBetween(step - 2, step + 2);
    }
  }

  @Test
  void aWeekThatWasHighAllAlongHasNoDate() {
    for (long seed = 1; seed <= 50; seed++) {
      assertThat(ChangePoint.find(week(seed, 0, 0.3), 0.3)).isEmpty();
    }
  }

  @Test
  void aStepOfTheOtherSignIsNotTheOneLookedFor() {
    assertThat(ChangePoint.find(week(1, 60, 0.3), -0.3)).isEmpty();
  }

  @Test
  void unknownHoursDoNotMatter() {
    double[] logs = week(5, 70, 0.3);
    Arrays.fill(logs, 20, 50, Double.NaN);
    logs[71] = Double.NaN;

    assertThat(ChangePoint.find(logs, 0.3)).hasValue(70);
    Arrays.fill(logs, Double.NaN);
    assertThat(ChangePoint.find(logs, 0.3)).isEmpty();
  }
}
