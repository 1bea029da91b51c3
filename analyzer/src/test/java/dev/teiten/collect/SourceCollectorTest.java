package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.teiten.archive.Archive;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.fixtures.fleet.WorkloadSpec;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.Dimension;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import dev.teiten.source.SourceException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Collects with the real SDK from the endpoints of a small fleet, undisturbed and disturbed. */
@Order(3) // A long test: it starts early.
@Tag("slow")
class SourceCollectorTest {
  private static final Instant NOW = Instant.now();
  private static final SimulatedFleet FLEET = SimulatedFleet.small(7, NOW);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** A whole day that both clusters still keep. */
  private static final TimeRange YESTERDAY =
      new TimeRange(EmulatedAws.settled(NOW).minus(Duration.ofDays(1)), EmulatedAws.settled(NOW));

  @TempDir static Path calm;
  private static List<String> undisturbed = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void collectUndisturbed() {
    undisturbed = collected(calm, EndpointFaults.NONE);
  }

  static List<EndpointFaults> passingFaults() {
    return List.of(
        EndpointFaults.NONE.throttlingEvery(9),
        EndpointFaults.NONE.failingEvery(9),
        EndpointFaults.NONE.cuttingEvery(9),
        EndpointFaults.NONE.withDataPointsPerPage(5_000));
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void faultsThatPassLeaveNoTrace(EndpointFaults faults) {
    assertThat(collected(folder.resolve("disturbed"), faults)).isEqualTo(undisturbed);
  }

  @Test
  void secondRunAsksForNothingButTheInventory() {
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport first = aws.collect(archive, YESTERDAY);
      long asked = aws.piCalls();
      CollectReport second = aws.collect(archive, YESTERDAY);

      assertThat(first.collectedDays()).isEqualTo(first.instances());
      assertThat(first.failures()).isEmpty();
      assertThat(second.collectedDays()).isZero();
      assertThat(second.keptDays()).isEqualTo(first.collectedDays());
      assertThat(aws.piCalls()).isEqualTo(asked);
    }
  }

  @Test
  void dayOfAnInstanceTakesFewRequests() {
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport report = aws.collect(archive, YESTERDAY);

      // A day takes 24 calls for the hours of digests, three for minutes and hours, and some once
      // per cluster.
      assertThat(aws.piCalls()).isLessThan(report.collectedDays() * 40L);
    }
  }

  @Test
  void everyQueryKnowsWhoCalledIt() {
    ReviewWeek week = ReviewWeek.of(YESTERDAY.from(), ZoneOffset.UTC);
    try (Archive archive = EmulatedAws.archive(calm)) {
      for (ClusterSpec spec : FLEET.clusters()) {
        ClusterLoad load = archive.load(spec.name(), week, 0);
        DimensionLoads dimensions = archive.contents().dimensions(load.cluster(), week);
        for (WorkloadSpec workload : spec.workloads()) {
          double seen =
              load.history().get(0).days().stream()
                  .filter(day -> day.digest().equals(workload.digestId()))
                  .mapToDouble(DigestLoad::loadAas)
                  .sum();
          Set<String> digests = Set.of(workload.digestId());
          Map<String, Double> users = dimensions.callers(Dimension.USER, digests);
          Map<String, Double> hosts = dimensions.callers(Dimension.HOST, digests);
          if (seen > 0.01) {
            assertThat(users).containsOnlyKeys(workload.user());
            // The loads of the hour and of the day come from the same seconds.
            assertThat(users.get(workload.user())).isCloseTo(seen, withinPercentage(1));
            assertThat(hosts.values().stream().mapToDouble(aas -> aas).sum())
                .isCloseTo(seen, withinPercentage(1));
          }
        }
      }
    }
  }

  @Test
  void stoppedRunIsCompletedByTheNext() {
    Path stopped = folder.resolve("stopped");
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(stopped);
        LoadSource source = aws.source()) {
      SourceCollector collector = new SourceCollector(source, archive, CLOCK);
      CollectReport report =
          collector.collect(new CollectPlan(YESTERDAY, Set.of(), 2), progress -> collector.stop());

      assertThat(report.stopped()).isTrue();
    }
    assertThat(EmulatedAws.rows(stopped)).hasSizeLessThan(undisturbed.size());
    assertThat(collected(stopped, EndpointFaults.NONE)).isEqualTo(undisturbed);
  }

  @Test
  void deniedTextsCostTheTextsOnly() {
    Path denied = folder.resolve("denied");

    assertThat(collected(denied, EndpointFaults.NONE.denyingStatements())).isEqualTo(undisturbed);
    try (Archive archive = EmulatedAws.archive(denied)) {
      assertThat(archive.statements().values()).noneMatch(StatementText::complete);
    }
  }

  @Test
  void expiredCredentialsEndTheRunAndKeepWhatIsThere() {
    try (EmulatedAws aws = new EmulatedAws(FLEET, EndpointFaults.NONE.expiringAfter(60));
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport report = aws.collect(archive, YESTERDAY);

      assertThat(report.stopped()).isTrue();
      assertThat(report.failures())
          .extracting(SourceException::reason)
          .containsExactly(SourceException.Reason.CREDENTIALS);
    }
    assertThat(collected(folder, EndpointFaults.NONE)).isEqualTo(undisturbed);
  }

  @Test
  void noLiteralIsStored() {
    collected(folder, EndpointFaults.NONE);
    try (Archive archive = EmulatedAws.archive(folder)) {
      assertThat(archive.statements()).isNotEmpty();
      assertThat(archive.statements().values())
          .allSatisfy(text -> assertThat(text.text()).doesNotContainPattern("'[^']+'|= ?\\d"));
    }
  }

  /** Every row of load in the archive after a collect with these faults. */
  private static List<String> collected(Path folder, EndpointFaults faults) {
    try (EmulatedAws aws = new EmulatedAws(FLEET, faults);
        Archive archive = EmulatedAws.archive(folder)) {
      CollectReport report = aws.collect(archive, YESTERDAY);
      assertThat(report.failures()).isEmpty();
    }
    return EmulatedAws.rows(folder);
  }
}
