package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.source.LoadSource;
import dev.teiten.source.aws.AwsSettings;
import dev.teiten.source.aws.PerformanceInsightsSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Collects 50 instances in a process of 128 MB of heap. {@code mvn -Pvalidate -pl analyzer -am test
 * -Dtest=CollectorMemoryValidation -Dsurefire.failIfNoSpecifiedTests=false} prints the heap after
 * garbage collection at the start, in the middle and at the end.
 */
class CollectorMemoryValidation {
  private static final int INSTANCES = 50;
  private static final int DAYS = 2;

  @TempDir Path folder;

  @Test
  void heapStaysFlatWhileFiftyInstancesAreCollected() throws Exception {
    Instant now = Instant.now();
    try (EmulatedAws aws = new EmulatedAws(fleet(now), EndpointFaults.NONE)) {
      Path log = CollectProcess.log(folder);
      Process process =
          CollectProcess.start(
              Collecting.class,
              List.of("-Xmx128m"),
              aws,
              List.of(folder.toString(), aws.uri().toString(), now.toString()),
              log);
      int status = process.waitFor();
      List<String> said = Files.readAllLines(log);
      said.forEach(System.out::println);
      List<Integer> heapMib =
          said.stream()
              .filter(line -> line.startsWith("heap "))
              .map(line -> Integer.valueOf(line.split(" ")[1]))
              .toList();

      assertThat(status).isZero();
      assertThat(heapMib).hasSizeGreaterThanOrEqualTo(3);
      // Only the texts of digests grow, by some kilobytes.
      assertThat(heapMib.get(heapMib.size() - 1)).isLessThan(heapMib.get(0) + 16);
    }
  }

  private static SimulatedFleet fleet(Instant now) {
    ClusterSpec main = SimulatedFleet.small(2, now).cluster("billing");
    List<InstanceSpec> instances = new ArrayList<>();
    instances.add(main.instances().get(0));
    for (int i = 2; i <= INSTANCES; i++) {
      instances.add(
          InstanceSpec.of(
              "billing-" + i, "db.r6g.large", "us-east-1b", 1, now.minus(Duration.ofDays(60))));
    }
    return SimulatedFleet.of(2, "us-east-1", now, List.of(main.withInstances(instances)));
  }

  /** The collecting process; the test above reads its output. */
  public static final class Collecting {
    private Collecting() {}

    /**
     * @param args the archive's folder, the endpoint, now
     */
    public static void main(String[] args) {
      Instant today = Instant.parse(args[2]).truncatedTo(ChronoUnit.DAYS);
      TimeRange range = new TimeRange(today.minus(Duration.ofDays(DAYS)), today);
      Clock clock = Clock.systemUTC();
      try (Archive archive = EmulatedAws.archive(Path.of(args[0]));
          LoadSource source =
              new PerformanceInsightsSource(
                  new AwsSettings("us-east-1", null, null, URI.create(args[1])),
                  clock,
                  new LiteralFindings())) {
        CollectReport report =
            new SourceCollector(source, archive, clock)
                .collect(new CollectPlan(range, Set.of(), 4), Collecting::tell);
        System.out.println(report);
        System.exit(report.collectedDays() == INSTANCES * DAYS ? 0 : 1);
      }
    }

    private static void tell(CollectProgress progress) {
      int done = progress.done();
      if (done == 8 || done == progress.total() / 2 || done == progress.total()) {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        long used = runtime.totalMemory() - runtime.freeMemory();
        System.out.println("heap " + used / (1 << 20) + " MiB after " + done + " days");
      }
    }
  }
}
