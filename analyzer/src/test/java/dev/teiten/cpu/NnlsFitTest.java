package dev.teiten.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NnlsFitTest {

  @Test
  void exactSumsAreFound() {
    SplittableRandom random = new SplittableRandom(1);
    NnlsFit fit = new NnlsFit(3);
    for (int i = 0; i < 50; i++) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      fit.add(0.5 + 2 * a + 3 * b, 1, a, b);
    }
    double[] coefficients = fit.solve();

    assertThat(coefficients[0]).isCloseTo(0.5, within(1e-6));
    assertThat(coefficients[1]).isCloseTo(2, within(1e-6));
    assertThat(coefficients[2]).isCloseTo(3, within(1e-6));
    assertThat(fit.residual(coefficients)).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatWouldBeNegativeIsZeroAndTheRestIsStillBest() {
    SplittableRandom random = new SplittableRandom(2);
    NnlsFit fit = new NnlsFit(2);
    double over = 0;
    double under = 0;
    for (int i = 0; i < 50; i++) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      double y = 2 * a - b;
      fit.add(y, a, b);
      over += a * y;
      under += a * a;
    }
    double[] coefficients = fit.solve();

    assertThat(coefficients[1]).isZero();
    assertThat(coefficients[0])
        .as("least squares on the first alone")
        .isCloseTo(over / under, within(1e-6));
  }

  @Test
  void anEmptyColumnIsNobodys() {
    NnlsFit fit = new NnlsFit(2);
    fit.add(1, 1, 0);
    fit.add(2, 2, 0);

    assertThat(fit.solve()).containsExactly(1, 0);
  }
}
