package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints the cost of collecting a week of a busy instance, for docs/benchmarks.md. */
class CollectCostTest {
  private static final Instant NOW = Instant.now();
  private static final Instant TODAY = EmulatedAws.settled(NOW);

  @TempDir Path folder;

  @Test
  void weekOfAnInstanceTakesLessThanThreeHundredCalls() throws IOException {
    ClusterSpec busy = SimulatedFleet.demo(1, NOW).cluster("pairs-main");
    ClusterSpec one = busy.withInstances(busy.instances().subList(0, 1));
    try (EmulatedAws aws =
            new EmulatedAws(
                SimulatedFleet.of(1, "us-east-1", NOW, List.of(one)), EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport report =
          aws.collect(archive, new TimeRange(TODAY.minus(Duration.ofDays(7)), TODAY));
      long bytes = bytes(folder);
      System.out.printf(
          "an instance-week: %d calls of Performance Insights (%d texts), %d requests in all, %d bytes%n",
          aws.piCalls(), report.texts(), report.requests(), bytes);

      assertThat(report.collectedDays()).isEqualTo(7);
      assertThat(report.texts()).isPositive();
      assertThat(aws.piCalls()).isLessThanOrEqualTo(300);
      assertThat(bytes).isLessThan(3_000_000);
    }
  }

  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
