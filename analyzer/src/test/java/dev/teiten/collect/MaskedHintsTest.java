package dev.teiten.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.cli.Cli;
import dev.teiten.fixtures.endpoint.wire.EndpointFaults;
import dev.teiten.fixtures.fleet.ClusterSpec;
import dev.teiten.fixtures.fleet.SimulatedFleet;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.StatementNormalizer;
import dev.teiten.normalize.hint.Hint;
import dev.teiten.normalize.scan.Dialect;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * A ranking shows the hints of the statement that ran, although the archive has none of its
 * literals.
 */
class MaskedHintsTest {
  private static final Instant NOW = Instant.now();
  private static final Instant TODAY = EmulatedAws.settled(NOW);
  private static final TimeRange YESTERDAY = new TimeRange(TODAY.minus(Duration.ofDays(1)), TODAY);
  private static final String SECRET = "zq4711";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM hinted WHERE name LIKE '%zq4711' LIMIT 20 OFFSET 471100",
        "SELECT id FROM hinted WHERE name IN ('zq4711', 471100)",
        "SELECT id FROM hinted WHERE name LIKE 'zq4711%' LIMIT 20 OFFSET 40"
      })
  void theRankingHasTheHintsOfTheStatementAsGiven(String statement) throws Exception {
    try (EmulatedAws aws = new EmulatedAws(fleet(statement), EndpointFaults.NONE);
        Archive archive = EmulatedAws.archive(folder)) {
      assertThat(aws.collect(archive, YESTERDAY).failures()).isEmpty();
    }

    assertThat(rankedCodes()).isEqualTo(givenCodes(statement));
    assertThat(contents())
        .isNotEmpty()
        .noneMatch(row -> row.contains(SECRET) || row.contains("4711"));
  }

  private static SimulatedFleet fleet(String statement) {
    SimulatedFleet small = SimulatedFleet.small(7, NOW);
    ClusterSpec spec = small.cluster("billing");
    ClusterSpec hinted =
        spec.renaming(
            spec.workloads().get(0).name(), "hinted", statement, NOW.minus(Duration.ofDays(30)));
    return SimulatedFleet.of(7, small.region(), NOW, List.of(hinted));
  }

  private static Set<String> givenCodes(String statement) {
    Set<String> codes = new TreeSet<>();
    new StatementNormalizer(Dialect.MYSQL)
        .normalize(statement).hints().stream().map(Hint::code).forEach(codes::add);
    return codes;
  }

  /** The codes about the statement of the ranking, without those about its counters. */
  private Set<String> rankedCodes() throws Exception {
    String week = ReviewWeek.of(YESTERDAY.from(), ZoneOffset.UTC).toString();
    JsonNode ranking = new ObjectMapper().readTree(rank(week));
    Set<String> codes = new TreeSet<>();
    for (JsonNode contributor : ranking.at("/contributors")) {
      if (contributor.at("/tables").toString().contains("hinted")) {
        contributor.at("/hints").forEach(hint -> codes.add(hint.at("/code").asText()));
        contributor
            .at("/hints")
            .forEach(hint -> assertThat(hint.at("/advice").asText()).isNotBlank());
      }
    }
    codes.removeAll(
        Set.of("ROWS_EXAMINED", "FULL_JOIN", "FULL_SCAN", "LOCK_TIME", "TMP_DISK_TABLE"));
    return codes;
  }

  private String rank(String week) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out));
    int status =
        Cli.execute(
            line,
            "rank",
            "--archive",
            folder.toString(),
            "--cluster",
            "billing",
            "--week",
            week,
            "--format",
            "json");
    assertThat(status).isZero();
    return out.toString();
  }

  /** Every text in every file of the archive. */
  private List<String> contents() throws Exception {
    try (DuckDbEngine engine = new DuckDbEngine();
        Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .flatMap(file -> rows(engine, file).stream())
          .toList();
    }
  }

  private static List<String> rows(DuckDbEngine engine, Path file) {
    String texts =
        file.toString().contains("/load/") ? "concat(series, key, detail)" : "t::VARCHAR";
    return engine.query(
        "SELECT DISTINCT " + texts + " AS line FROM " + engine.relation(List.of(file)) + " t",
        row -> row.text("line"));
  }
}
