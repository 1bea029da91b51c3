package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.CpuSessionCounts;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Load by the second passes from the endpoint into the archive and back. */
class SecondSamplesTest {
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final Instant TODAY = Instant.parse("2026-11-18T00:00:00Z");
  private static final TimeRange DAY = new TimeRange(TODAY.minus(Duration.ofDays(1)), TODAY);
  private static final ReviewWeek WEEK =
      new ReviewWeek(LocalDate.parse("2026-11-16"), ZoneOffset.UTC);

  @TempDir Path folder;

  private InstanceLoad collected(EndpointFaults faults) {
    try (EmulatedAws aws = new EmulatedAws(SimulatedFleet.demo(3, NOW), faults);
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport report = aws.collect(archive, DAY, "pairs-billing");
      assertThat(report.failures()).isEmpty();
      assertThat(report.collectedDays()).isPositive();
      return archive.load("pairs-billing", WEEK, 0).instances().get(0);
    }
  }

  @Test
  void eightStretchesADayAgreeWithTheirMinutes() {
    InstanceLoad load = collected(EndpointFaults.NONE);
    double[] onCpu = Objects.requireNonNull(load.waits().get(WaitEvent.CPU));

    assertThat(load.seconds()).hasSize(8);
    for (CpuSessionCounts stretch : load.seconds()) {
      assertThat(stretch.sessions()).hasSize(300);
      assertThat(Arrays.stream(stretch.sessions())).allMatch(count -> count == Math.rint(count));
      for (int minute = 0; minute < 5; minute++) {
        double[] counts = Arrays.copyOfRange(stretch.sessions(), 60 * minute, 60 * minute + 60);
        assertThat(Arrays.stream(counts).average().orElseThrow())
            .isCloseTo(onCpu[stretch.second() / 60 + minute], within(1e-3));
      }
    }
  }

  @Test
  void aSourceThatCountsByTheMinuteOnlyLosesNothingElse() {
    InstanceLoad load = collected(EndpointFaults.NONE.withoutSeconds());

    assertThat(load.seconds()).isEmpty();
    assertThat(Arrays.stream(load.total()).filter(aas -> !Double.isNaN(aas)).count())
        .isEqualTo(1440);
  }

  @Test
  void secondsWithoutAValueEndAStretch() {
    InstanceLoad load = collected(EndpointFaults.NONE.nullingEvery(100));

    assertThat(load.seconds()).hasSizeGreaterThan(8);
    assertThat(load.seconds()).allMatch(stretch -> stretch.sessions().length <= 99);
  }
}
