package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.CallProfile;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aurora PostgreSQL gives its own counters and statistics, in Teiten's units. */
class PostgresqlCollectTest {
  private static final ReviewWeek WEEK =
      ReviewWeek.lastComplete(Instant.now().minus(Duration.ofHours(2)), ZoneOffset.UTC);
  private static final SimulatedFleet FLEET =
      SimulatedFleet.small(3, WEEK.range().to().plus(Duration.ofHours(2)));

  @TempDir Path folder;

  private static double mean(InstanceLoad instance, InstanceCounter counter) {
    return Arrays.stream(Objects.requireNonNull(instance.counters().get(counter)))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElseThrow();
  }

  @Test
  void itsCountersAndStatisticsArrive() {
    TimeRange sunday =
        new TimeRange(WEEK.range().to().minus(Duration.ofDays(1)), WEEK.range().to());
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      aws.collect(archive, sunday, "posts");
      ClusterLoad load = archive.load("posts", WEEK, 0);
      InstanceLoad writer = load.instances().get(0);

      double hits = mean(writer, InstanceCounter.BUFFER_POOL_HITS_PER_SECOND);
      assertThat(hits).isGreaterThan(mean(writer, InstanceCounter.BUFFER_POOL_READS_PER_SECOND));
      // 94 % of 16 GiB, in parts of 9,531,392 bytes.
      assertThat(mean(writer, InstanceCounter.MAX_CONNECTIONS)).isEqualTo(1_694);
      assertThat(mean(writer, InstanceCounter.CONNECTIONS)).isBetween(50.0, 200.0);
      assertThat(mean(writer, InstanceCounter.TEMP_FILE_BYTES_PER_SECOND)).isZero();
      assertThat(writer.counters()).doesNotContainKey(InstanceCounter.BUFFER_POOL_HIT_RATIO);
      search(load);
    }
  }

  /** A call of the search reads what its profile says. */
  private static void search(ClusterLoad load) {
    String digest = FLEET.cluster("posts").workload("post_search").digestId();
    CallProfile profile = FLEET.cluster("posts").workload("post_search").perCall();
    DigestLoad hour =
        load.instances().stream()
            .flatMap(instance -> instance.hours().stream())
            .filter(each -> each.digest().equals(digest))
            .findFirst()
            .orElseThrow();
    assertThat(perCall(hour, DigestStatistic.ROWS_SENT_PER_SECOND))
        .isCloseTo(profile.rowsSent(), within(0.01));
    assertThat(perCall(hour, DigestStatistic.PAGES_HIT_PER_SECOND))
        .isCloseTo(0.12 * profile.rowsExamined(), within(1.0));
    assertThat(perCall(hour, DigestStatistic.PAGES_READ_PER_SECOND))
        .isCloseTo(profile.ioMillis(), within(0.1));
    assertThat(perCall(hour, DigestStatistic.TEMP_PAGES_PER_SECOND)).isZero();
  }

  private static double perCall(DigestLoad hour, DigestStatistic statistic) {
    return Objects.requireNonNull(hour.statistics().get(statistic))
        / Objects.requireNonNull(hour.statistics().get(DigestStatistic.CALLS_PER_SECOND));
  }
}
