package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The least capacity is that at which an open queue, simulated minute by minute, keeps its limits.
 */
class OverloadLimitsTest {
  private static final int DAY = 1440;

  private static double[] flat(double cores) {
    double[] week = new double[7 * DAY];
    Arrays.fill(week, cores);
    return week;
  }

  /** Whether the queue of a host keeps the limits, by Lindley's recursion. */
  private static boolean keeps(OverloadLimits limits, double[] work, double capacity) {
    double backlog = 0;
    int lasting = 0;
    int[] over = new int[7];
    for (int t = 0; t < work.length; t++) {
      over[t / DAY] += work[t] > capacity ? 1 : 0;
      backlog = Math.max(0, backlog + work[t] - capacity);
      lasting = backlog > 0 ? lasting + 1 : 0;
      if (lasting > limits.backlogMinutes() || over[t / DAY] > limits.minutesADay()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void itIsTheCapacityAtWhichTheQueueJustKeepsItsLimits() {
    SplittableRandom random = new SplittableRandom(5);
    for (int minutes : new int[] {0, 3, 20}) {
      for (int backlog : new int[] {0, 5, 60}) {
        double[] week = flat(0);
        Arrays.setAll(
            week, t -> 4 + 2 * Math.sin(t / 230.0) + random.nextDouble() + (t % 977 < 9 ? 3 : 0));
        OverloadLimits limits = new OverloadLimits(minutes, backlog);
        double least = limits.leastCapacity(week);

        assertThat(keeps(limits, week, least + 1e-9)).as("%s", limits).isTrue();
        assertThat(keeps(limits, week, least - 1e-6)).as("%s", limits).isFalse();
      }
    }
  }

  @Test
  void aShortPeakCountsIfItIsLongerThanTheLimit() {
    double[] week = flat(3);
    for (int day = 0; day < 7; day++) {
      Arrays.fill(week, day * DAY + 540, day * DAY + 552, 12);
    }

    assertThat(new OverloadLimits(3, 5).leastCapacity(week)).isEqualTo(12);
    assertThat(new OverloadLimits(12, 20).leastCapacity(week)).isLessThan(12).isGreaterThan(3);
    assertThat(new OverloadLimits(12, 240).leastCapacity(week)).isCloseTo(3.45, within(0.05));
  }

  @Test
  void unknownMinutesAreLeftOut() {
    double[] week = flat(3);
    Arrays.fill(week, 0, 5000, Double.NaN);

    assertThat(new OverloadLimits(3, 5).leastCapacity(week)).isEqualTo(3);
    assertThat(new OverloadLimits(3, 5).leastCapacity(new double[0])).isZero();
  }
}
