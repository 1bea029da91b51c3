package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.collect.FaultyProxy.Fault;
import dev.teiten.collect.FaultyProxy.Phase;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.SourceException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Injects each fault into each phase of a collect. The archive equals the undisturbed one, or it is
 * a part of it with a report of the gaps. The next collect completes it.
 */
@Order(2) // A long test: it starts early.
@Tag("slow")
class FaultMatrixTest {
  private static final Instant NOW = Instant.now();
  private static final Instant TODAY = EmulatedAws.settled(NOW);
  private static final TimeRange YESTERDAY = new TimeRange(TODAY.minus(Duration.ofDays(1)), TODAY);
  private static final SimulatedFleet FLEET = EmulatedAws.wordy("posts", NOW);

  @TempDir static Path calm;
  private static EmulatedAws aws;
  private static RecordedSource recorded;
  private static Contents undisturbed;

  @TempDir Path folder;

  /** The contents of an archive. */
  private record Contents(List<String> rows, Map<String, StatementText> statements) {
    static Contents of(Path folder) {
      try (Archive archive = EmulatedAws.archive(folder)) {
        return new Contents(EmulatedAws.rows(folder), archive.statements());
      }
    }

    List<String> rowsNotIn(Contents whole) {
      Set<String> known = Set.copyOf(whole.rows);
      return rows.stream()
          .map(row -> row.replace(".partial.parquet", ".parquet"))
          .filter(row -> !known.contains(row))
          .limit(5)
          .toList();
    }
  }

  @BeforeAll
  static void collectUndisturbed() {
    aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
    recorded = new RecordedSource(aws.source());
    collect(aws, calm);
    undisturbed = Contents.of(calm);
    assertThat(undisturbed.rows).hasSizeGreaterThan(50_000);
    assertThat(undisturbed.statements.values()).allMatch(StatementText::complete);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  static List<Arguments> faults(boolean passing) {
    List<Arguments> all = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      for (Fault fault : Fault.values()) {
        if (fault.isPassing() == passing) {
          all.add(Arguments.of(fault, phase));
        }
      }
    }
    return all;
  }

  static List<Arguments> passing() {
    return faults(true);
  }

  static List<Arguments> lasting() {
    return faults(false);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("passing")
  void faultThatPassesLeavesNoTrace(Fault fault, Phase phase) {
    try (FaultyProxy proxy = new FaultyProxy(aws.uri(), phase, fault);
        EmulatedAws disturbed = aws.behind(proxy.uri())) {
      assertThat(collect(disturbed, folder)).isEmpty();
      assertThat(proxy.calls()).as("the fault had something to hit").isPositive();
    }
    assertThat(Contents.of(folder)).isEqualTo(undisturbed);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("lasting")
  void faultThatLastsCostsItsPartUntilTheNextCollect(Fault fault, Phase phase) {
    List<SourceException> failures;
    try (FaultyProxy proxy = new FaultyProxy(aws.uri(), phase, fault);
        EmulatedAws disturbed = aws.behind(proxy.uri())) {
      failures = collect(disturbed, folder);
    }
    Contents first = phase == Phase.INVENTORY ? null : Contents.of(folder);

    if (first != null) {
      assertThat(first.rowsNotIn(undisturbed)).isEmpty();
      // Lost events cost only marks; a denied text is no failure, but is recorded as truncated.
      assertThat(first.equals(undisturbed) || !failures.isEmpty() || phase == Phase.TEXTS).isTrue();
    }
    assertThat(failures).allSatisfy(e -> assertThat(e.hint()).isNotBlank());
    assertThat(collect(aws, folder)).isEmpty();
    assertThat(Contents.of(folder)).isEqualTo(undisturbed);
  }

  @Test
  void minutesThatAreMissingNowAreTakenWhenTheyCome() {
    try (EmulatedAws gaps = new EmulatedAws(FLEET, EndpointFaults.NONE.nullingEvery(13))) {
      collect(gaps, folder);
    }
    Contents first = Contents.of(folder);
    assertThat(first.rows).hasSizeLessThan(undisturbed.rows.size());

    collect(aws, folder);

    assertThat(Contents.of(folder)).isEqualTo(undisturbed);
  }

  @Test
  void textsThatAreDeniedOrNotReadyComeLater() {
    for (EndpointFaults faults :
        List.of(
            EndpointFaults.NONE.denyingStatements(),
            EndpointFaults.NONE.withTextProcessing(),
            EndpointFaults.NONE.withTextUnavailable())) {
      try (EmulatedAws textless = new EmulatedAws(FLEET, faults)) {
        collect(textless, folder);
      }
      assertThat(Contents.of(folder).rows).isEqualTo(undisturbed.rows);
      assertThat(Contents.of(folder).statements).isNotEqualTo(undisturbed.statements);
    }
    long before = aws.piCalls();
    collect(aws, folder);
    assertThat(Contents.of(folder)).isEqualTo(undisturbed);
    long fetching = aws.piCalls() - before;

    collect(aws, folder);

    assertThat(fetching)
        .as("two calls a text")
        .isLessThanOrEqualTo(2L * undisturbed.statements.size());
    assertThat(aws.piCalls() - before)
        .as("a text that is there is not asked for")
        .isEqualTo(fetching);
  }

  @Test
  void insightsThatAreOffCostTheInstanceOnly() {
    ClusterSpec posts = FLEET.cluster("posts");
    ClusterSpec half =
        posts.withInstances(
            List.of(posts.instances().get(0).withoutInsights(), posts.instances().get(1)));
    try (EmulatedAws off =
        new EmulatedAws(
            SimulatedFleet.of(7, "us-east-1", NOW, List.of(half)), EndpointFaults.NONE)) {
      assertThat(collect(off, folder)).isEmpty();
    }
    Contents first = Contents.of(folder);
    assertThat(first.rowsNotIn(undisturbed)).isEmpty();
    assertThat(first.rows).isNotEmpty().hasSizeLessThan(undisturbed.rows.size());

    collect(aws, folder);

    assertThat(Contents.of(folder)).isEqualTo(undisturbed);
  }

  @Test
  void writeThatFailsIsDoneAgain() {
    for (int step = 1; step <= 5; step++) {
      Path one = folder.resolve("step-" + step);
      try (Archive archive =
          new Archive(one, new CrashingEngine(new DuckDbEngine(), CrashPlan.after(step, false)))) {
        Optional<RuntimeException> failure = attempt(archive);
        assertThat(failure).containsInstanceOf(ArchiveException.class);
      }
      assertThat(collect(aws, one)).isEmpty();
      assertThat(Contents.of(one)).isEqualTo(undisturbed);
    }
  }

  private static Optional<RuntimeException> attempt(Archive archive) {
    try {
      new SourceCollector(recorded, archive, Clock.fixed(NOW, ZoneOffset.UTC))
          .collect(new CollectPlan(YESTERDAY, Set.of(), 2), progress -> {});
      return Optional.empty();
    } catch (ArchiveException e) {
      return Optional.of(e);
    }
  }

  /** Collects, and returns the failures. */
  private static List<SourceException> collect(EmulatedAws from, Path folder) {
    try (Archive archive = EmulatedAws.archive(folder)) {
      return from.collect(archive, YESTERDAY).failures();
    } catch (SourceException e) {
      return List.of(e);
    }
  }
}
