package dev.teiten.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.LiteralFinding;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.normalize.key.ShardFolding;
import dev.teiten.size.price.PriceBook;
import dev.teiten.source.DigestText;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept result is read while it is what an analysis would give, and no longer. */
@Tag("slow")
class KeptResultsTest {
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);
  private static final LocalDate MONDAY = WEEK.monday();
  private static final LocalDate SUNDAY = MONDAY.plusDays(6);
  private static final MonitoredInstance MAIN = instance("main", "db.r6g.large");
  private static final MonitoredInstance OTHER = instance("other", "db.r6g.large");

  @TempDir Path folder;

  private static MonitoredInstance instance(String cluster, String type) {
    return InstanceDays.instance(
        "us-east-1", cluster, cluster + "-1", type, Role.WRITER, WEEK.plus(-1).range().from());
  }

  /** A day with one digest and its load. */
  private static InstanceDay day(MonitoredInstance instance, LocalDate date, String digest) {
    Instant from = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    float[] minutes = new float[24 * 60];
    Arrays.fill(minutes, 1);
    float[] hours = new float[24];
    Arrays.fill(hours, 1);
    return new InstanceDay(
        instance,
        new TimeRange(from, from.plusSeconds(86_400)),
        List.of(
            new SourceSeries(SeriesKind.TOTAL, "", "", from, 60, minutes),
            new SourceSeries(SeriesKind.DIGEST, digest, "", from, 60, minutes),
            new SourceSeries(SeriesKind.HOUR_DIGEST, digest, "", from, 3600, hours)),
        List.of(),
        List.of());
  }

  private Archive archive() {
    return new Archive(folder, new DuckDbEngine());
  }

  @BeforeEach
  void collect() {
    try (Archive archive = archive()) {
      archive.addInventory(List.of(MAIN, OTHER));
      for (int i = 0; i < 6; i++) {
        archive.putDay(day(MAIN, MONDAY.plusDays(i), "D1"), true);
        archive.putDay(day(OTHER, MONDAY.plusDays(i), "D2"), true);
      }
      archive.putDay(day(MAIN, SUNDAY, "D1"), false);
      archive.addTexts(List.of(text("D1", "SELECT a FROM t WHERE", false)));
    }
    assertThat(keep()).isEqualTo(ResultState.MADE);
  }

  private static DigestText text(String digest, String text, boolean complete) {
    return new DigestText(digest, new StatementText(text, complete, complete ? List.of() : null));
  }

  private ResultState keep() {
    return keep("main", WEEK, ShardFolding.OFF);
  }

  private ResultState keep(String cluster, ReviewWeek week, ShardFolding shards) {
    try (Archive archive = archive()) {
      return new ReviewService(archive, PriceBook.of(folder), shards).keepResult(cluster, week);
    }
  }

  private void change(Consumer<Archive> how) {
    try (Archive archive = archive()) {
      how.accept(archive);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aResultReadsBackAsItWasMade() throws IOException {
    try (Archive archive = archive()) {
      WeekResult kept = new ReviewService(archive).result("main", WEEK);
      Files.delete(files().get(0));
      WeekResult made = new ReviewService(archive).result("main", WEEK);
      assertThat(kept).isEqualTo(made);
      assertThat(JsonDocuments.review(ReviewedWeek.of(kept)))
          .isEqualTo(JsonDocuments.review(ReviewedWeek.of(made)));
    }
  }

  @Test
  void itStaysWhileNothingOfItsClusterChanges() {
    assertThat(keep()).isEqualTo(ResultState.VALID);
    change(archive -> archive.putDay(day(OTHER, SUNDAY, "D2"), true));
    change(archive -> archive.addTexts(List.of(text("D2", "SELECT 1", true))));
    change(archive -> archive.putDay(day(MAIN, SUNDAY.plusDays(1), "D3"), true));
    change(archive -> archive.addInventory(List.of(instance("third", "db.r6g.large"))));
    assertThat(keep()).isEqualTo(ResultState.VALID);
  }

  @Test
  void aDayThatIsReplacedIsAnalysedAgain() {
    change(archive -> archive.putDay(day(MAIN, SUNDAY, "D1"), true));
    assertThat(keep()).isEqualTo(ResultState.MADE);
    assertThat(keep()).isEqualTo(ResultState.VALID);
  }

  @Test
  void aDayOfTheWeeksBeforeIsAnalysedAgain() {
    change(archive -> archive.putDay(day(MAIN, MONDAY.minusWeeks(9), "D1"), true));
    assertThat(keep()).isEqualTo(ResultState.MADE);
  }

  @Test
  void aTextOrFindingOfItsOwnDigestIsAnalysedAgain() {
    change(archive -> archive.addTexts(List.of(text("D1", "SELECT a FROM t WHERE b = ?", true))));
    assertThat(keep()).isEqualTo(ResultState.MADE);
    StatementText found =
        new StatementText(
            "SELECT a FROM t WHERE b = ?",
            true,
            List.of(new LiteralFinding("LEADING_WILDCARD", "b")));
    change(archive -> archive.addTexts(List.of(new DigestText("D1", found))));
    assertThat(keep()).isEqualTo(ResultState.MADE);
  }

  @Test
  void anotherClassPriceOrRuleIsAnalysedAgain() throws IOException {
    MonitoredInstance grown =
        InstanceDays.instance(
            "us-east-1", "main", "main-1", "db.r6g.xlarge", Role.WRITER, WEEK.range().from());
    change(archive -> archive.addSighting(grown));
    assertThat(keep()).isEqualTo(ResultState.MADE);
    Files.writeString(
        PriceBook.fileIn(folder),
        "instance_class,region,storage,usd_per_hour,as_of,source\n"
            + "db.r6g.xlarge,us-east-1,standard,0.5,2026-10-01,ours\n");
    assertThat(keep()).isEqualTo(ResultState.MADE);
    assertThat(keep("main", WEEK, new ShardFolding(2))).isEqualTo(ResultState.MADE);
  }

  @Test
  void eachZoneHasItsOwn() {
    ReviewWeek tokyo = ReviewWeek.parse("2026-W46", ZoneId.of("Asia/Tokyo"));
    assertThat(keep("main", tokyo, ShardFolding.OFF)).isEqualTo(ResultState.MADE);
    assertThat(keep("main", tokyo, ShardFolding.OFF)).isEqualTo(ResultState.VALID);
    assertThat(keep()).isEqualTo(ResultState.VALID);
  }

  @Test
  void aDamagedOneCountsAsMissing() throws IOException {
    Path file = files().get(0);
    byte[] sound = Files.readAllBytes(file);
    for (int place : new int[] {0, 5, 40, sound.length - 1}) {
      byte[] damaged = sound.clone();
      damaged[place] ^= 0x10;
      Files.write(file, damaged);
      try (Archive archive = archive()) {
        assertThat(new ReviewService(archive).result("main", WEEK).week()).isEqualTo(WEEK);
      }
    }
    Files.write(file, Arrays.copyOf(sound, sound.length / 2));
    try (Archive archive = archive()) {
      assertThat(new ReviewService(archive).result("main", WEEK).week()).isEqualTo(WEEK);
    }
    assertThat(keep()).isEqualTo(ResultState.VALID);
  }

  @Test
  void aWeekWithoutAnyDayHasNone() throws IOException {
    assertThat(keep("main", WEEK.plus(1), ShardFolding.OFF)).isEqualTo(ResultState.EMPTY);
    assertThat(files()).hasSize(1);
  }

  @Test
  void anArchiveThatCannotKeepItIsReviewedAllTheSame() throws IOException {
    Path results = folder.resolve("results");
    for (Path file : files()) {
      Files.delete(file);
    }
    try (Stream<Path> folders = Files.walk(results)) {
      for (Path each : folders.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
    // A file in the way of the folder, since root may write anywhere.
    Files.createFile(results);
    try (Archive archive = archive()) {
      ReviewService reviews = new ReviewService(archive);
      assertThat(reviews.result("main", WEEK).week()).isEqualTo(WEEK);
      assertThat(reviews.fleet(WEEK)).hasSize(2);
    }
  }
}
