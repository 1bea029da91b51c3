package dev.teiten.size.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderBalanceTest {
  private static final ReaderBalance UNEVEN = new ReaderBalance(3, 0, List.of(1.2, 1.0, 0.8), 1.4);

  @Test
  void theOnlyReaderLeftCarriesWhatAllCarriedAndNoMore() {
    assertThat(UNEVEN.busiest(1, 9, 1, 1.15)).isEqualTo(9);
    assertThat(UNEVEN.busiest(3, 9, 0, 1.15)).isEqualTo(1.2 * 9 / 3);
    assertThat(UNEVEN.busiest(2, 9, 1, 1.15)).isEqualTo(1.4 * 9 / 2);
  }

  @Test
  void ofFewerReadersTheBusiestIsLessSurelyOneOfThem() {
    // In two of the three pairs of readers the busiest reader has 1.2, in one it has 1.0.
    assertThat(UNEVEN.imbalance(2)).isCloseTo((2 * 1.2 + 1.0) / 3, within(1e-12));
    assertThat(UNEVEN.imbalance(1)).isCloseTo(1, within(1e-12));
    assertThat(UNEVEN.busiest(2, 9, 0, 1.15)).isCloseTo(3.4 / 3 * 9 / 2, within(1e-12));
  }
}
