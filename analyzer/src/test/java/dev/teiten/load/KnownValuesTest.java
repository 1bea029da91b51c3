package dev.teiten.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownValuesTest {
  @Test
  void unknownValuesDoNotCount() {
    double[] values = {3, Double.NaN, 1, 8};

    assertThat(KnownValues.of(values)).containsExactly(3, 1, 8);
    assertThat(KnownValues.count(values)).isEqualTo(3);
    assertThat(KnownValues.sum(values)).isEqualTo(12);
    assertThat(KnownValues.mean(values)).isEqualTo(4);
    assertThat(KnownValues.median(values)).isEqualTo(3);
    assertThat(values).containsExactly(3, Double.NaN, 1, 8);
  }

  @Test
  void anEvenNumberHasTwoMiddleValues() {
    assertThat(KnownValues.median(1, 8, 3, 5)).isEqualTo(4);
    assertThat(KnownValues.highMedian(1, 8, 3, 5)).isEqualTo(5);
    assertThat(KnownValues.highMedian(1, 8, 3)).isEqualTo(3);
  }

  @Test
  void withoutAKnownValueNothingIsKnownButTheSum() {
    assertThat(KnownValues.mean(Double.NaN)).isNaN();
    assertThat(KnownValues.median()).isNaN();
    assertThat(KnownValues.highMedian(Double.NaN)).isNaN();
    assertThat(KnownValues.sum(Double.NaN)).isZero();
  }
}
