package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Performance Insights answers NotAuthorizedException about an instance that it does not know. */
class UnknownInstanceTest {
  private static final Instant NOW = Instant.parse("2026-11-18T03:00:00Z");

  @Test
  void itIsToldAsThatAndNotAsAPermission() {
    ClusterSpec billing = SimulatedFleet.small(3, NOW).cluster("billing");
    InstanceSpec off = billing.instances().get(0).withoutInsights();
    SimulatedFleet fleet =
        SimulatedFleet.of(3, "us-east-1", NOW, List.of(billing.withInstances(List.of(off))));
    try (EmulatedAws aws = new EmulatedAws(fleet, EndpointFaults.NONE);
        LoadSource source = aws.source()) {
      MonitoredInstance instance = source.inventory().get(0);
      TimeRange hour =
          new TimeRange(NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(1)));

      SourceException e =
          catchThrowableOfType(SourceException.class, () -> source.collect(instance, hour));

      assertThat(instance.describeInsights()).isEqualTo("off");
      assertThat(e.reason()).isEqualTo(SourceException.Reason.NOT_KEPT);
      assertThat(e).hasMessageContaining("Performance Insights does not know the instance");
      assertThat(e.hint()).isEqualTo("It is gone, or Performance Insights is off for it.");
      assertThat(e.hint()).doesNotContain("role", "policy");
    }
  }
}
