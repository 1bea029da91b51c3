package dev.teiten.change.beforeafter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanDropTest {
  @Test
  void aFallToFourTenthsIsSixtyPercent() {
    MeanDrop fall = new MeanDrop(-Math.log(0.4), 0.1, 1000);

    assertThat(fall.percent()).isCloseTo(60, within(1e-9));
    // A normal distribution has 90 % within 1.646 standard errors on each side.
    assertThat(fall.low(0.9)).isCloseTo(100 - 40 * Math.exp(0.1646), within(0.01));
    assertThat(fall.high(0.9)).isCloseTo(100 - 40 * Math.exp(-0.1646), within(0.01));
    assertThat(fall.isSure()).isTrue();
  }

  @Test
  void whereNothingIsKnownNothingIsSure() {
    MeanDrop unknown = new MeanDrop(0, Double.POSITIVE_INFINITY, 10);

    assertThat(unknown.isSure()).isFalse();
    assertThat(unknown.low(0.9)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(unknown.high(0.9)).isEqualTo(100);
  }
}
