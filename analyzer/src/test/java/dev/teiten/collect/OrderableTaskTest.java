package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.Cluster;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collect also asks for the instance classes that a cluster could have. */
class OrderableTaskTest {
  private static final Instant NOW = Instant.now();
  private static final TimeRange HOUR =
      new TimeRange(
          EmulatedAws.settled(NOW).minus(Duration.ofHours(2)),
          EmulatedAws.settled(NOW).minus(Duration.ofHours(1)));

  @TempDir Path folder;

  @Test
  void theClassesOfAnEngineVersionAreAskedOnce() {
    SimulatedFleet fleet = EmulatedAws.wordy("billing", NOW);
    try (EmulatedAws aws = new EmulatedAws(fleet, EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      long first = aws.collect(archive, HOUR).requests();
      Cluster cluster = archive.cluster("billing", Instant.MAX);
      ReviewWeek week = ReviewWeek.of(HOUR.from(), ZoneId.of("UTC"));
      assertThat(archive.load("billing", week, 0).orderable())
          .contains("db.r6g.large", "db.r6g.4xlarge");
      assertThat(
              archive
                  .regions()
                  .orderable(
                      cluster.region(),
                      cluster.engine(),
                      cluster.instances().get(0).engineVersion()))
          .isPresent();
      assertThat(aws.collect(archive, HOUR).requests()).isLessThan(first);
    }
  }

  @Test
  void whereTheAccountRefusesItTheLoadIsCollectedAllTheSame() {
    SimulatedFleet fleet = EmulatedAws.wordy("billing", NOW);
    EndpointFaults denied = EndpointFaults.NONE.denying("rds:DescribeOrderableDBInstanceOptions");
    try (EmulatedAws aws = new EmulatedAws(fleet, denied);
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport report = aws.collect(archive, HOUR);
      assertThat(report.failures()).isEmpty();
      assertThat(report.collectedDays()).isPositive();
      ReviewWeek week = ReviewWeek.of(HOUR.from(), ZoneId.of("UTC"));
      assertThat(archive.load("billing", week, 0).orderable()).isNull();
    }
  }
}
