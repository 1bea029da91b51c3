package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.load.SettingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interval of {@code collect --every}. */
class CollectIntervalTest {
  @Test
  void hoursAndMinutesAreRead() {
    assertThat(CollectService.interval("1h")).isEqualTo(Duration.ofHours(1));
    assertThat(CollectService.interval("30m")).isEqualTo(Duration.ofMinutes(30));
    assertThat(CollectService.interval("PT90M")).isEqualTo(Duration.ofMinutes(90));
    assertThat(CollectService.interval("24H")).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "hour", "10s", "0h", "-1h", "25h", "P1D"})
  void otherIntervalsAreRefused(String interval) {
    assertThatThrownBy(() -> CollectService.interval(interval))
        .isInstanceOf(SettingException.class);
  }
}
