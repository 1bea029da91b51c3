package dev.teiten.size.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.size.predict.ClusterShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureImpactTest {
  @ParameterizedTest
  @CsvSource({
    "1, 3, 1", "2, 3, 1", "3, 3, 2", "5, 3, 2", "6, 3, 3", "8, 3, 3", "2, 2, 2", "3, 1, 1"
  })
  void theWorstLossTakesAZoneAndPromotesAReader(int readers, int zones, int lost) {
    InstanceClass instanceClass = InstanceClasses.find("db.r6g.large").orElseThrow();

    assertThat(FailureImpact.lostReaders(ClusterShape.uniform(instanceClass, readers), zones))
        .isEqualTo(lost);
  }
}
