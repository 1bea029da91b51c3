package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.collect.FaultyProxy.Fault;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.TimeRange;
import dev.teiten.source.SourceException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
 * Refuses each part of a collect in turn, except the instances and their load, in each way that AWS
 * or an emulator may refuse. The report names the missing part; every other part is there.
 */
@Order(1) // A long test: it starts early.
@Tag("slow")
class RefusedPartsTest {
  private static final Instant NOW = Instant.now();
  private static final Instant TODAY = EmulatedAws.settled(NOW);
  private static final TimeRange HOURS = new TimeRange(TODAY.minus(Duration.ofHours(2)), TODAY);
  private static final SimulatedFleet FLEET = EmulatedAws.wordy("posts", NOW);

  @TempDir static Path calm;
  private static EmulatedAws aws;
  private static List<String> undisturbed;

  @TempDir Path folder;

  /**
   * A refused request.
   *
   * @param member text in the body of the request; empty for every request of the operation
   * @param lost prefix of the only rows that may be missing; empty if none
   * @param said the part that the report names; empty if nothing is missing
   */
  record Refused(String operation, String member, String lost, String said) {
    boolean hits(String asked, String body) {
      return asked.equals(operation) && body.contains(member);
    }

    @Override
    public String toString() {
      return operation + " " + member;
    }
  }

  private static final List<Refused> PARTS =
      List.of(
          new Refused("DescribeEvents", "", "", "rds:DescribeEvents"),
          new Refused(
              "DescribeOrderableDBInstanceOptions",
              "",
              "",
              "rds:DescribeOrderableDBInstanceOptions"),
          new Refused("DescribeDBClusters", "", "", "rds:DescribeDBClusters"),
          new Refused("ListAvailableResourceMetrics", "", "", "pi:ListAvailableResourceMetrics"),
          new Refused(
              "ListAvailableResourceDimensions", "", "", "pi:ListAvailableResourceDimensions"),
          new Refused("GetDimensionKeyDetails", "", "", "pi:GetDimensionKeyDetails"),
          new Refused("DescribeDimensionKeys", "\"db.sql\"", "", "pi:GetDimensionKeyDetails"),
          new Refused("GetResourceMetrics", "\"db.user\"", "hour_user", "by db.user"),
          new Refused("GetResourceMetrics", "\"db.host\"", "hour_host", "by db.host"),
          new Refused("GetResourceMetrics", "\"db\"", "hour_database", "by db"),
          new Refused(
              "GetResourceMetrics", "\"db.application\"", "hour_application", "by db.application"),
          new Refused("GetResourceMetrics", "\"Filter\"", "(digest|second)_cpu", "on CPU"),
          new Refused(
              "GetResourceMetrics",
              "\"PeriodInSeconds\":3600",
              "hour_(user|host|database|application)",
              "by db.user"),
          new Refused(
              "GetResourceMetrics", "os.swap.out", "counter\\|SWAP_OUT", "of os.swap.out.avg"),
          new Refused("GetResourceMetrics", "os.", "counter", "of os.memory.total.avg"),
          new Refused(
              "GetResourceMetrics",
              "\"db.wait_event\"",
              "wait|(digest|second)_cpu",
              "by db.wait_event"),
          new Refused("DescribeDimensionKeys", "db.sql_tokenized.statement", "", ""),
          new Refused(
              "DescribeDimensionKeys",
              "PartitionBy",
              "hour_digest_wait|day_digest_(user|host)",
              "by wait event"),
          new Refused(
              "DescribeDimensionKeys", "\"db.user\"", "day_digest_user", "of digests by db.user"),
          new Refused(
              "DescribeDimensionKeys", "\"db.host\"", "day_digest_host", "of digests by db.host"),
          new Refused("DescribeDimensionKeys", "PeriodInSeconds", "", ""),
          new Refused(
              "DescribeDimensionKeys",
              "rows_per_sec",
              "hour_statistic\\|\\w+\\|ROWS",
              "rows_per_sec"),
          new Refused("DescribeDimensionKeys", "AdditionalMetrics", "hour_statistic", "calls"));

  @BeforeAll
  static void collectUndisturbed() {
    aws = new EmulatedAws(FLEET, EndpointFaults.NONE);
    try (Archive archive = EmulatedAws.archive(calm)) {
      assertThat(aws.collect(archive, HOURS).failures()).isEmpty();
    }
    undisturbed = rows(calm);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  static Stream<Arguments> refusals() {
    return PARTS.stream()
        .flatMap(
            part ->
                Stream.of(Fault.DENIED, Fault.GONE, Fault.UNKNOWN, Fault.BROKEN)
                    .map(fault -> Arguments.of(part, fault)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void partThatIsRefusedCostsItselfAndIsSaid(Refused part, Fault fault) {
    CollectReport report;
    try (FaultyProxy proxy = new FaultyProxy(aws.uri(), part::hits, fault);
        EmulatedAws refusing = aws.behind(proxy.uri());
        Archive archive = EmulatedAws.archive(folder)) {
      report = refusing.collect(archive, HOURS);
      assertThat(proxy.calls()).as("something was refused").isPositive();
    }
    List<String> rows = rows(folder);
    assertThat(report.collectedDays()).isEqualTo(2);
    assertThat(without(rows, undisturbed)).as("rows that should not be there").isEmpty();
    List<String> missing = without(undisturbed, rows);
    assertThat(missing.stream().filter(row -> !isOf(row, part)).limit(5)).isEmpty();
    assertThat(missing.isEmpty()).isEqualTo(part.lost.isEmpty());
    assertThat(said(report)).anyMatch(said -> said.contains(part.said));
  }

  @Test
  void rolesThatNobodyTellsAreUnknownAndDoNotReplaceWhatIsKnown() {
    TimeRange after = new TimeRange(HOURS.to(), HOURS.to().plus(Duration.ofMinutes(5)));
    try (FaultyProxy proxy =
            new FaultyProxy(
                aws.uri(), (asked, body) -> asked.equals("DescribeDBClusters"), Fault.DENIED);
        EmulatedAws refusing = aws.behind(proxy.uri())) {
      try (Archive archive = EmulatedAws.archive(folder)) {
        refusing.collect(archive, HOURS);
        assertThat(archive.cluster("posts", NOW.plusSeconds(60)).instances())
            .hasSize(2)
            .allMatch(instance -> instance.role() == null);
      }
      try (Archive archive = EmulatedAws.archive(calm)) {
        refusing.collect(archive, after);
        assertThat(archive.cluster("posts", NOW.plusSeconds(60)).instances())
            .anyMatch(instance -> instance.isWriter());
      }
    }
  }

  /** The rows of an archive. A day with gaps has the same rows in a partial file. */
  private static List<String> rows(Path folder) {
    return EmulatedAws.rows(folder).stream()
        .map(row -> row.replace(".partial.parquet", ".parquet"))
        .toList();
  }

  private static List<String> without(List<String> rows, List<String> others) {
    Set<String> there = Set.copyOf(others);
    return rows.stream().filter(row -> !there.contains(row)).toList();
  }

  private static boolean isOf(String row, Refused part) {
    String series = row.substring(row.indexOf('|') + 1);
    return !part.lost.isEmpty() && series.matches("(" + part.lost + ").*");
  }

  private static Set<String> said(CollectReport report) {
    List<SourceException> all = new ArrayList<>(report.failures());
    all.addAll(report.forgone());
    Set<String> parts = new TreeSet<>(Set.of(""));
    all.forEach(e -> parts.add(e.part()));
    return parts;
  }
}
