package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.InstanceSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.Instance;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collecting again and again takes what is short-lived, and costs little for the rest. */
@Tag("slow")
class CollectServiceTest {
  private static final Instant NOW = Instant.now();

  @TempDir Path folder;

  /** {@code posts}, with a reader that Aurora Auto Scaling added an hour ago. */
  private static SimulatedFleet scaledOut(Instant now) {
    ClusterSpec posts = SimulatedFleet.small(5, now).cluster("posts");
    List<InstanceSpec> instances = new ArrayList<>(posts.instances());
    instances.add(
        InstanceSpec.of(
            "application-autoscaling-1",
            "db.r7g.large",
            "us-east-1a",
            15,
            now.minus(Duration.ofHours(1))));
    return SimulatedFleet.of(5, "us-east-1", now, List.of(posts.withInstances(instances)));
  }

  @Test
  void unfinishedDayIsFetchedOfShortLivedInstancesOnly() {
    Instant noon = NOW.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));
    TimeRange morning = new TimeRange(noon.minus(Duration.ofHours(2)), noon);
    try (EmulatedAws aws =
            new EmulatedAws(
                scaledOut(noon), EndpointFaults.NONE, Clock.fixed(noon, ZoneOffset.UTC));
        LoadSource source = aws.source();
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport report =
          new SourceCollector(source, archive, Clock.fixed(noon, ZoneOffset.UTC))
              .collect(new CollectPlan(morning, Set.of(), 2, true), progress -> {});
      List<Instance> withDays =
          archive.cluster("posts", noon).instances().stream()
              .filter(i -> !archive.contents().days(archive.cluster("posts", noon), i).isEmpty())
              .toList();

      assertThat(report.failures()).isEmpty();
      assertThat(withDays).extracting(Instance::name).containsExactly("application-autoscaling-1");
    }
  }

  @Test
  void serviceEndsCleanlyAndSaysSo() throws Exception {
    try (EmulatedAws aws = new EmulatedAws(scaledOut(NOW), EndpointFaults.NONE)) {
      List<String> arguments =
          List.of("collect", "--archive", folder.toString(), "--every", "1h", "--concurrency", "2");
      Process process =
          CollectProcess.start(
              CollectProcess.class, List.of(), aws, arguments, CollectProcess.log(folder));
      Path status = folder.resolve("status").resolve("collect.json");
      long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
      while (process.isAlive() && !says(status, "WAITING") && System.nanoTime() < deadline) {
        Thread.sleep(50);
      }
      assertThat(Files.readString(status)).contains("\"exitStatus\" : 0", "nextRoundAt");
      CollectHealth health = CollectHealth.of(folder);
      assertThat(health.lastSuccessAt()).isNotNull().isEqualTo(health.endedAt());
      assertThat(health.requests()).isPositive();
      process.destroy();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(says(status, "ENDED")).isTrue();
    }
    try (Archive archive = EmulatedAws.archive(folder)) {
      assertThat(archive.clusters(NOW)).hasSize(1);
    }
  }

  private static boolean says(Path status, String state) throws IOException {
    return Files.exists(status) && Files.readString(status).contains(state);
  }
}
