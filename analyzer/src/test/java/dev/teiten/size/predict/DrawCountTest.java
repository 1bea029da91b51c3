package dev.teiten.size.predict;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class DrawCountTest {
  @Test
  void aCapacityThatIsNotSafeEnoughSeldomPasses() {
    int needed = DrawCount.needed(300, 0.95);

    assertThat(needed).isEqualTo(292);
    assertThat(passing(300, 0.95, needed)).isLessThanOrEqualTo(0.05);
    assertThat(passing(300, 0.95, needed - 1)).isGreaterThan(0.05);
    assertThat(passing(300, 0.93, needed)).isLessThan(0.002);
  }

  @Test
  void whereNoNumberIsEnoughAllDrawsAreNeeded() {
    assertThat(DrawCount.needed(300, 0.999)).isEqualTo(300);
    assertThat(DrawCount.needed(20, 0.95)).isEqualTo(20);
  }

  /** The probability that at least {@code needed} draws hold. */
  private static double passing(int draws, double probability, int needed) {
    return 1 - new BinomialDistribution(draws, probability).cumulativeProbability(needed - 1);
  }
}
