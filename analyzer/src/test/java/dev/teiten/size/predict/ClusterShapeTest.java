package dev.teiten.size.predict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterShapeTest {
  @ParameterizedTest
  @CsvSource({
    "1, 3, 1", "2, 3, 1", "3, 3, 2", "5, 3, 2", "6, 3, 3", "8, 3, 3", "2, 2, 2", "3, 1, 1"
  })
  void theWorstLossTakesAZoneAndPromotesAReader(int readers, int zones, int lost) {
    assertThat(ClusterShape.lostReaders(readers, zones)).isEqualTo(lost);
  }
}
