package dev.teiten.size.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedRatioTest {
  @ParameterizedTest
  @CsvSource({
    "r5, r5, 1, 0.97, 1.03",
    "r6g, x2g, 1, 0.97, 1.03",
    "r5, r6g, 1, 1, 1.2",
    "r6g, r7g, 1.15, 1.15, 1.3",
    "r7g, r8g, 1.2, 1.2, 1.4",
    "r5, r8g, 1.38, 1.38, 2.184",
    "r7g, r6g, 0.7692, 0.7692, 0.8696",
    "r6i, r6g, 0.8696, 0.8696, 1.2"
  })
  void speedRatiosAreProductsOfGenerations(
      String from, String to, double used, double low, double high) {
    SpeedRatio ratio = SpeedRatio.of(from, to).orElseThrow();

    assertThat(ratio.used()).isCloseTo(used, within(1e-4));
    assertThat(ratio.low()).isCloseTo(low, within(1e-4));
    assertThat(ratio.high()).isCloseTo(high, within(1e-4));
  }
}
