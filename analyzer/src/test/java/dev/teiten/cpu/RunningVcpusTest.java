package dev.teiten.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ReviewWeek;
import dev.teiten.synthetic.FleetLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Six readers of two vCPUs that live for four hours each, one a day, beside two instances. */
class RunningVcpusTest {
  private static final Instant NOW = Instant.parse("2026-11-18T00:00:00Z");
  private static final ReviewWeek WEEK = ReviewWeek.lastComplete(NOW, ZoneOffset.UTC);
  private static final int EVENING = 18 * 60;

  private static RunningVcpus scaled(String lastClass) {
    ClusterSpec billing = SimulatedFleet.small(3, NOW).cluster("billing");
    List<InstanceSpec> instances = new ArrayList<>(billing.instances());
    for (int day = 0; day < 6; day++) {
      Instant from = WEEK.range().from().plus(Duration.ofMinutes(1440L * day + EVENING));
      String instanceClass = day == 5 ? lastClass : "db.r5.large";
      instances.add(
          InstanceSpec.of("scaled-" + day, instanceClass, "us-east-1c", 15, from)
              .deletedAt(from.plus(Duration.ofHours(4))));
    }
    SimulatedFleet fleet =
        SimulatedFleet.of(3, "us-east-1", NOW, List.of(billing.withInstances(instances)));
    return RunningVcpus.of(FleetLoad.of(fleet, "billing", WEEK, 1));
  }

  @Test
  void readersCountWhileTheyRun() {
    RunningVcpus running = scaled("db.r5.large");

    assertThat(running.at(EVENING - 1)).hasValue(4);
    assertThat(running.at(EVENING + 30)).hasValue(6);
    assertThat(running.at(EVENING + 4 * 60 + 1)).hasValue(4);
    assertThat(running.most()).hasValue(6);
  }

  @Test
  void aLargerReaderRaisesTheMost() {
    assertThat(scaled("db.r5.4xlarge").most()).hasValue(20);
  }
}
