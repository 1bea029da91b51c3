package dev.teiten.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.collect.CollectException;
import dev.teiten.collect.LoadSource;
import dev.teiten.collect.aws.AwsSettings;
import dev.teiten.collect.aws.PerformanceInsightsSource;
import dev.teiten.fixtures.endpoint.AwsEndpoints;
import dev.teiten.fixtures.endpoint.Faults;
import dev.teiten.fixtures.fleet.Fleet;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.Dialect;
import dev.teiten.normalize.LiteralMask;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Collects with the real SDK from the endpoints of a small fleet, undisturbed and disturbed. */
class CollectorTest {
  private static final Instant NOW = Instant.now();
  private static final Fleet FLEET = Fleet.small(7, NOW);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** A whole day that both clusters still keep. */
  private static final TimeRange YESTERDAY =
      new TimeRange(
          NOW.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1)),
          NOW.truncatedTo(ChronoUnit.DAYS));

  @TempDir static Path calm;
  private static List<String> undisturbed = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void collectUndisturbed() {
    System.setProperty("aws.accessKeyId", AwsEndpoints.ACCESS_KEY_ID);
    System.setProperty("aws.secretAccessKey", AwsEndpoints.SECRET_ACCESS_KEY);
    undisturbed = collected(calm, Faults.NONE);
  }

  @AfterAll
  static void signOut() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  static List<Faults> passingFaults() {
    return List.of(
        Faults.NONE.throttlingEvery(9),
        Faults.NONE.failingEvery(9),
        Faults.NONE.cuttingEvery(9),
        Faults.NONE.withDataPointsPerPage(5_000));
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void faultsThatPassLeaveNoTrace(Faults faults) {
    assertThat(collected(folder.resolve("disturbed"), faults)).isEqualTo(undisturbed);
  }

  @Test
  void secondRunAsksForNothingButTheInventory() {
    try (AwsEndpoints endpoints = AwsEndpoints.start(FLEET, Faults.NONE, CLOCK);
        Archive archive = archive(folder)) {
      CollectReport first = collect(endpoints, archive);
      long asked = piCalls(endpoints);
      CollectReport second = collect(endpoints, archive);

      assertThat(first.collectedDays()).isEqualTo(first.instances());
      assertThat(first.failures()).isEmpty();
      assertThat(second.collectedDays()).isZero();
      assertThat(second.keptDays()).isEqualTo(first.collectedDays());
      assertThat(piCalls(endpoints)).isEqualTo(asked);
    }
  }

  @Test
  void dayOfAnInstanceTakesFewRequests() {
    try (AwsEndpoints endpoints = AwsEndpoints.start(FLEET, Faults.NONE, CLOCK);
        Archive archive = archive(folder)) {
      CollectReport report = collect(endpoints, archive);

      // 24 hours of digests, three by minute and hour, and what is asked once for a cluster.
      assertThat(piCalls(endpoints)).isLessThan(report.collectedDays() * 40L);
    }
  }

  @Test
  void stoppedRunIsCompletedByTheNext() {
    Path stopped = folder.resolve("stopped");
    try (AwsEndpoints endpoints = AwsEndpoints.start(FLEET, Faults.NONE, CLOCK);
        Archive archive = archive(stopped);
        LoadSource source = source(endpoints)) {
      Collector collector = new Collector(source, archive, CLOCK);
      CollectReport report = collector.collect(plan(), progress -> collector.stop());

      assertThat(report.stopped()).isTrue();
    }
    assertThat(rows(stopped)).hasSizeLessThan(undisturbed.size());
    assertThat(collected(stopped, Faults.NONE)).isEqualTo(undisturbed);
  }

  @Test
  void deniedTextsCostTheTextsOnly() {
    Path denied = folder.resolve("denied");

    assertThat(collected(denied, Faults.NONE.denyingStatements())).isEqualTo(undisturbed);
    try (Archive archive = archive(denied)) {
      assertThat(archive.statements().values()).noneMatch(StatementText::complete);
    }
  }

  @Test
  void expiredCredentialsEndTheRunAndKeepWhatIsThere() {
    try (AwsEndpoints endpoints = AwsEndpoints.start(FLEET, Faults.NONE.expiringAfter(60), CLOCK);
        Archive archive = archive(folder)) {
      assertThatThrownBy(() -> collect(endpoints, archive))
          .isInstanceOfSatisfying(
              CollectException.class,
              e -> assertThat(e.reason()).isEqualTo(CollectException.Reason.CREDENTIALS));
    }
    assertThat(collected(folder, Faults.NONE)).isEqualTo(undisturbed);
  }

  @Test
  void noLiteralIsStored() {
    collected(folder, Faults.NONE);
    try (Archive archive = archive(folder)) {
      assertThat(archive.statements()).isNotEmpty();
      assertThat(archive.statements().values())
          .allSatisfy(text -> assertThat(text.text()).doesNotContainPattern("'[^']+'|= ?\\d"));
    }
  }

  /** Every row of load in the archive after a collect with these faults. */
  private static List<String> collected(Path folder, Faults faults) {
    try (AwsEndpoints endpoints = AwsEndpoints.start(FLEET, faults, CLOCK);
        Archive archive = archive(folder)) {
      CollectReport report = collect(endpoints, archive);
      assertThat(report.failures()).isEmpty();
    }
    return rows(folder);
  }

  private static List<String> rows(Path folder) {
    try (DuckDbEngine engine = new DuckDbEngine()) {
      return engine.query(
          "SELECT concat_ws('|', regexp_extract(filename, 'instance=.*'), series, key, detail,"
              + " starts_at, value) FROM read_parquet('"
              + folder
              + "/load/**/*.parquet', filename = true) ORDER BY 1",
          row -> row.string(1));
    }
  }

  private static CollectReport collect(AwsEndpoints endpoints, Archive archive) {
    try (LoadSource source = source(endpoints)) {
      return new Collector(source, archive, CLOCK).collect(plan(), progress -> {});
    }
  }

  private static CollectPlan plan() {
    return new CollectPlan(YESTERDAY, Set.of(), 2);
  }

  private static LoadSource source(AwsEndpoints endpoints) {
    return new PerformanceInsightsSource(
        new AwsSettings(FLEET.region(), null, null, endpoints.uri()),
        CLOCK,
        (text, instance) -> LiteralMask.mask(text, Dialect.of(instance.engine())));
  }

  private static Archive archive(Path folder) {
    return new Archive(folder, new DuckDbEngine());
  }

  private static long piCalls(AwsEndpoints endpoints) {
    return endpoints.calls().entrySet().stream()
        .filter(
            call ->
                !List.of("DescribeDBClusters", "DescribeDBInstances", "DescribeEvents")
                    .contains(call.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
