package dev.teiten.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.MinuteSpan;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.ReviewWeek;
import dev.teiten.synthetic.FleetLoad;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A fleet with too few readers, so that hyperthreads matter; the second thread adds 0.3 of a core.
 */
@Tag("slow")
class FleetWorkTest {

  private static double p99(InstanceWork instance) {
    double[] utilisation =
        instance
            .digests()
            .instance()
            .counters()
            .getOrDefault(InstanceCounter.CPU_UTILISATION, new double[0]);
    double[] sorted = Arrays.stream(utilisation).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted[(int) (0.99 * sorted.length)];
  }

  @Test
  void gainBackgroundAndWorkAreTheTrueOnes() {
    Instant now = Instant.parse("2026-11-18T09:00:00Z");
    ReviewWeek week = ReviewWeek.lastComplete(now, ZoneOffset.UTC);
    ClusterSpec demo = SimulatedFleet.demo(1, now).cluster("pairs-main");
    ClusterSpec few = demo.withInstances(demo.instances().subList(0, 5));
    SimulatedFleet fleet = SimulatedFleet.of(1, "us-east-1", now, List.of(few));
    CpuWork work = CpuWork.of(FleetLoad.of(fleet, "pairs-main", week, 1));

    assertThat(work.instances()).filteredOn(i -> p99(i) > 0.6).hasSizeGreaterThanOrEqualTo(4);
    double background = 0.008 * 32;
    for (InstanceWork instance : work.instances()) {
      double[] gains = p99(instance) > 0.6 ? new double[] {0.25, 0.3} : new double[] {0.2, 0.3};
      assertThat(instance.curve().gain()).isBetween(gains[0], gains[1]);
      assertThat(instance.background().cores()).isCloseTo(background, within(0.05));
      assertThat(instance.handlerShare()).as("its handler only waits").isLessThan(0.1);
    }
    MinuteSpan span = new MinuteSpan(week.range().from(), week.range().to());
    double truth =
        fleet.truth("pairs-main").workCores(span).values().stream().mapToDouble(v -> v).sum();
    double mean = Arrays.stream(work.cluster()).filter(v -> !Double.isNaN(v)).average().orElse(0);
    assertThat(mean).isCloseTo(truth + 5 * background, within(0.01 * truth));
  }
}
