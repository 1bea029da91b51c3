package dev.teiten.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HourSumsTest {
  private final HourSums sums = new HourSums();

  /** A call that lasts for hours starts in only one of them. */
  @Test
  void aCountOfNothingIsNothingAndNotUnknown() {
    add(1, 0.0);
    assertThat(sums.calls()).isEqualTo(0);
    assertThat(sums.latencySeconds()).isNull();
    assertThat(sums.rowsExaminedPerCall()).isNull();
  }

  @Test
  void withoutACountTheCallsAreUnknown() {
    assertThat(sums.calls()).isNull();
    add(1, null);
    assertThat(sums.calls()).isNull();
    add(0, 0.0);
    assertThat(sums.calls()).isNull();
  }

  @Test
  void hoursWithoutACountAreFilledInByTheirLoad() {
    add(1, 2.0);
    add(3, null);
    assertThat(sums.calls()).isEqualTo(60 * 2.0 * 4);
  }

  private void add(double loadAas, @Nullable Double callsPerSecond) {
    sums.add(
        new DigestLoad(
            Instant.EPOCH,
            "a",
            loadAas,
            Map.of(),
            callsPerSecond == null
                ? Map.of()
                : Map.of(DigestStatistic.CALLS_PER_SECOND, callsPerSecond)),
        60);
  }
}
