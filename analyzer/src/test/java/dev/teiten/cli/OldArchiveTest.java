package dev.teiten.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WeekLoad;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.review.JsonDocuments;
import dev.teiten.review.ReviewService;
import dev.teiten.review.store.StoreAddress;
import dev.teiten.review.store.TaskBook;
import dev.teiten.review.store.jdbc.JdbcReviewStore;
import dev.teiten.size.price.PriceBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * An archive of version 0.1.0 opens in this version, which reads the numbers that the old version
 * printed. The README next to the archive says how it was made.
 */
class OldArchiveTest {
  private static final Path OLD = Path.of("../fixtures/src/test/resources/archive-0.1.0");
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W44", ZoneOffset.UTC);

  /** The old version printed six digits. */
  private static final double PRECISION = 1e-5;

  /** Rules of normalizing and wording may change; the contributors' numbers must not. */
  private static final Set<String> CHANGING =
      Set.of("fingerprint", "family", "statement", "hints", "tags", "warnings");

  @TempDir Path folder;

  @BeforeEach
  void unpack() throws IOException {
    try (InputStream in = Files.newInputStream(OLD.resolve("archive.zip"));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
        // Summaries are valid while the times of their days are unchanged.
        Files.setLastModifiedTime(file, entry.getLastModifiedTime());
      }
    }
  }

  private static JsonNode old(String name) throws IOException {
    return new ObjectMapper().readTree(OLD.resolve(name).toFile());
  }

  private JsonNode run(String... command) throws IOException {
    CommandLine line = Cli.commandLine((review, language) -> "");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] arguments =
        Stream.concat(
                Arrays.stream(command),
                Stream.of("--archive", folder.toString(), "--format", "json"))
            .toArray(String[]::new);
    assertThat(Cli.execute(line, arguments)).as(err.toString()).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  /** The new version repeats every member and value of the old output; it may add members. */
  private static void assertSame(String place, JsonNode actual, JsonNode expected) {
    if (expected.isNumber()) {
      double number = expected.asDouble();
      assertThat(actual.isNumber()).as(place).isTrue();
      assertThat(actual.asDouble())
          .as(place)
          .isCloseTo(number, within(Math.abs(number) * PRECISION));
    } else if (expected.isArray()) {
      assertThat(actual.size()).as(place).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertSame(place + "[" + i + "]", actual.get(i), expected.get(i));
      }
    } else if (expected.isObject()) {
      for (Map.Entry<String, JsonNode> member : expected.properties()) {
        if (!CHANGING.contains(member.getKey())) {
          String name = place + "." + member.getKey();
          assertThat(actual.has(member.getKey())).as(name).isTrue();
          assertSame(name, actual.get(member.getKey()), member.getValue());
        }
      }
    } else {
      assertThat(actual).as(place).isEqualTo(expected);
    }
  }

  @Test
  void itsClustersAreThere() throws IOException {
    assertSame("clusters", run("clusters"), old("clusters.json"));
  }

  @Test
  void itsRankingIsTheSame() throws IOException {
    JsonNode ranking = run("rank", "--cluster", "billing", "--week", WEEK.label());
    assertThat(ranking.path("contributors")).hasSizeGreaterThan(5);
    assertSame("ranking", ranking, old("ranking.json"));
  }

  @Test
  void itsLoadIsTheSameWithAndWithoutSummaries() throws IOException {
    assertLoad();
    try (Stream<Path> summaries = Files.walk(folder.resolve(ArchiveFiles.SUMMARIES))) {
      for (Path file : summaries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertLoad();
  }

  private void assertLoad() throws IOException {
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      ClusterLoad load = archive.load("billing", WEEK, 4);
      JsonNode expected = old("loads.json");
      assertThat(load.instances()).hasSameSizeAs(expected.path("instances"));
      for (int i = 0; i < load.instances().size(); i++) {
        assertInstance(load.instances().get(i), expected.path("instances").get(i));
      }
      assertThat(load.history()).hasSameSizeAs(expected.path("history"));
      for (int i = 0; i < load.history().size(); i++) {
        assertWeek(load.history().get(i), expected.path("history").get(i));
      }
      assertSame(
          "statements",
          new ObjectMapper().valueToTree(load.statements()),
          expected.path("statements"));
    }
  }

  private static void assertInstance(InstanceLoad load, JsonNode expected) {
    assertThat(load.instance().name()).isEqualTo(expected.path("name").asText());
    assertThat(Arrays.stream(load.total()).filter(value -> !Double.isNaN(value)).count())
        .isEqualTo(expected.path("minutes").asLong());
    assertSum("total", load.total(), expected.path("totalAas"));
    assertSum("other", load.other(), expected.path("otherAas"));
    assertSums("waits", load.waits(), expected.path("waits"));
    assertSums("digests", load.digests(), expected.path("digests"));
    assertSums("digestCpu", load.digestCpu(), expected.path("digestCpu"));
    assertSums("counters", load.counters(), expected.path("counters"));
    assertThat(load.hours()).hasSize(expected.path("digestHours").asInt());
    assertSum("hours", loads(load.hours()), expected.path("digestHoursAas"));
    assertThat(load.seconds()).hasSize(expected.path("stretches").asInt());
  }

  private static void assertWeek(WeekLoad week, JsonNode expected) {
    assertThat(week.week().label()).isEqualTo(expected.path("week").asText());
    assertThat(week.coverage().observedMinutes())
        .isEqualTo(expected.path("observedMinutes").asLong());
    assertThat(week.coverage().expectedMinutes())
        .isEqualTo(expected.path("expectedMinutes").asLong());
    assertSum("hourly", week.totalAas(), expected.path("hourlyTotalAas"));
    assertThat(week.days()).hasSize(expected.path("digestDays").asInt());
    assertSum("days", loads(week.days()), expected.path("digestDaysAas"));
    assertSums("cpu", week.cpuUtilisation(), expected.path("cpuUtilisation"));
  }

  private static double[] loads(List<DigestLoad> digests) {
    return digests.stream().mapToDouble(DigestLoad::loadAas).toArray();
  }

  private static void assertSums(String place, Map<?, double[]> series, JsonNode expected) {
    assertThat(series).as(place).hasSize(expected.size());
    series.forEach(
        (key, values) -> assertSum(place + " " + key, values, expected.path(key.toString())));
  }

  private static void assertSum(String place, double[] values, JsonNode expected) {
    double sum = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sum();
    double number = expected.asDouble();
    assertThat(sum).as(place).isCloseTo(number, within(Math.abs(number) * PRECISION));
  }

  @Test
  void itsTasksAreThere() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-11-02T07:00:00Z"), ZoneOffset.UTC);
    try (Archive archive = new Archive(folder, new DuckDbEngine());
        TaskBook book = TaskBook.at(StoreAddress.in(folder), JdbcReviewStore::open, clock)) {
      ReviewService reviews =
          new ReviewService(
              archive, PriceBook.of(folder), ShardFolding.OFF, book, Duration.ofMinutes(1));
      JsonNode tasks =
          new ObjectMapper().readTree(JsonDocuments.tasks(reviews.ledger(WEEK).lines()));
      assertSame("tasks", tasks, old("tasks.json"));
      assertThat(book.history(1)).hasSize(2);
    }
  }

  @Test
  void itsMarkAndItsDepartureAreThere() {
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      assertThat(archive.marks("billing", WEEK.range()))
          .containsExactly(
              new ClusterMark(
                  Instant.parse("2026-10-29T14:00:00Z"),
                  "billing",
                  "deploy 1234",
                  ClusterMark.Source.MANUAL));
      assertThat(archive.cluster("posts", Instant.parse("2026-11-02T07:15:00Z")).instances())
          .hasSize(2);
      assertThat(archive.cluster("posts", Instant.MAX).instances()).hasSize(1);
    }
  }

  /** The first write states the format; it leaves the files of the old version unchanged. */
  @Test
  void itIsWrittenTo() throws IOException {
    ClusterMark mark =
        new ClusterMark(
            Instant.parse("2026-10-30T14:00:00Z"),
            "billing",
            "deploy 1235",
            ClusterMark.Source.MANUAL);
    try (Archive archive = new Archive(folder, new DuckDbEngine())) {
      archive.addMark(mark);
      Cluster billing = archive.cluster("billing", Instant.MAX);
      assertThat(archive.marks(billing.name(), WEEK.range())).hasSize(2).contains(mark);
    }
    assertThat(folder.resolve("format-3")).exists();
    itsClustersAreThere();
    itsRankingIsTheSame();
  }
}
