package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code analyze} makes what is missing, and goes on after a failure. */
@Tag("slow")
class AnalyzeCommandTest {
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);

  @TempDir Path folder;

  private String out = "";
  private String err = "";

  @BeforeEach
  void collect() {
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      for (String cluster : List.of("a", "b", "idle")) {
        MonitoredInstance instance =
            InstanceDays.instance(
                "us-east-1",
                cluster,
                cluster + "-1",
                "db.r6g.large",
                Role.WRITER,
                WEEK.range().from());
        archive.addInventory(List.of(instance));
        for (int day = 0; day < 2 && !cluster.equals("idle"); day++) {
          archive.putDay(InstanceDays.day(instance, WEEK.monday().plusDays(day), at -> 1), true);
        }
      }
    }
  }

  private int run(String command, String... more) {
    CommandLine line = Cli.commandLine((review, language) -> "");
    StringWriter printed = new StringWriter();
    StringWriter told = new StringWriter();
    line.setOut(new PrintWriter(printed)).setErr(new PrintWriter(told));
    List<String> arguments = new ArrayList<>(List.of(command, "--archive", folder.toString()));
    arguments.addAll(List.of(more));
    int status = Cli.execute(line, arguments.toArray(String[]::new));
    out = printed.toString();
    err = told.toString();
    return status;
  }

  private Path result(String cluster) {
    return folder
        .resolve("results")
        .resolve("region=us-east-1")
        .resolve("cluster=" + cluster)
        .resolve("2026-W46_UTC.result");
  }

  @Test
  void whatIsMissingIsMadeOnce() throws IOException {
    assertThat(run("analyze", "--format", "csv")).isZero();
    assertThat(out).contains("a,2026-W46,made", "b,2026-W46,made", "idle,2026-W46,empty");
    assertThat(err).contains("Made 2 results, 0 were there.");

    assertThat(run("analyze", "--format", "csv")).isZero();
    assertThat(out).contains("a,2026-W46,valid", "b,2026-W46,valid");

    Files.delete(result("b"));
    assertThat(run("analyze", "--week", "2026-W46", "--cluster", "b", "--format", "csv")).isZero();
    assertThat(out).contains("b,2026-W46,made").doesNotContain("a,");
  }

  @Test
  void aFailureStopsNoOther() throws IOException {
    // A folder in the way of the file, since root may write anywhere.
    Files.createDirectories(result("a").resolve("in the way"));

    assertThat(run("analyze", "--format", "csv")).isEqualTo(1);
    assertThat(out).contains("a,2026-W46,failed", "b,2026-W46,made");
    assertThat(err).contains("a 2026-W46: The result of a in 2026-W46 cannot be kept");
  }

  @Test
  void anUnknownClusterIsAnError() {
    assertThat(run("analyze", "--cluster", "c")).isEqualTo(1);
    assertThat(err).contains("has no cluster c");
  }

  @Test
  void checkKnowsTheFiles() throws IOException {
    run("analyze");
    assertThat(run("check", "--format", "csv")).isZero();
    assertThat(out).doesNotContain(".result");

    byte[] bytes = Files.readAllBytes(result("a"));
    bytes[bytes.length - 1] ^= 1;
    Files.write(result("a"), bytes);
    run("check", "--format", "csv");
    assertThat(out).contains("2026-W46_UTC.result", "is damaged and counts as missing");
    run("check", "--repair", "--format", "csv");
    assertThat(result("a")).doesNotExist();
    assertThat(result("b")).exists();
  }

  @Test
  void collectAnalysesTheNewestWeekThatHasEnded() {
    Instant friday = Instant.parse("2026-11-20T08:00:00Z");
    assertThat(AnalyzeAfterOption.week(null, ZoneOffset.UTC, friday)).contains(WEEK);
    Instant wednesday = Instant.parse("2026-11-18T00:00:00Z");
    TimeRange lastDays = new TimeRange(Instant.parse("2026-11-07T00:00:00Z"), wednesday);
    assertThat(AnalyzeAfterOption.week(lastDays, ZoneOffset.UTC, friday)).contains(WEEK);
    TimeRange older = new TimeRange(Instant.parse("2026-11-02T00:00:00Z"), WEEK.range().from());
    assertThat(AnalyzeAfterOption.week(older, ZoneOffset.UTC, friday)).contains(WEEK.plus(-1));
    TimeRange running = new TimeRange(WEEK.range().to(), wednesday);
    assertThat(AnalyzeAfterOption.week(running, ZoneOffset.UTC, friday)).isEmpty();
  }

  @Test
  void reviewWritesAllClustersThatHaveLoad() {
    assertThat(run("review", "--week", "2026-W46", "--format", "json")).isZero();
    assertThat(out).startsWith("{").contains("\"cluster\" : \"a\"", "\"cluster\" : \"b\"");
    assertThat(out.strip()).endsWith("}").doesNotContain("\"cluster\" : \"idle\"");
    String first = out;
    assertThat(run("review", "--week", "2026-W46", "--format", "json")).isZero();
    assertThat(out).isEqualTo(first);
  }

  @Test
  void aReviewOfAWeekWithoutLoadWritesNothing() {
    assertThat(run("review", "--week", "2026-W40", "--cluster", "a,b")).isEqualTo(1);
    assertThat(out).isEmpty();
    assertThat(err).contains("2026-W46");
  }
}
