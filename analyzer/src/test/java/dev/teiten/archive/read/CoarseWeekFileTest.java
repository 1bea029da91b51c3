package dev.teiten.archive.read;

import static dev.teiten.archive.read.CoarseWeekArchive.DAYS;
import static dev.teiten.archive.read.CoarseWeekArchive.FIRST;
import static dev.teiten.archive.read.CoarseWeekArchive.READER;
import static dev.teiten.archive.read.CoarseWeekArchive.WEEKS;
import static dev.teiten.archive.read.CoarseWeekArchive.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.InstanceFiles;
import dev.teiten.archive.files.Inventory;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WeekLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A past week is read once; its kept file never contradicts the archive. */
@Tag("slow")
class CoarseWeekFileTest {
  @TempDir Path root;

  private CoarseWeekArchive made;

  @BeforeEach
  void collect() {
    made = new CoarseWeekArchive(root);
    made.collect();
  }

  private static void assertSame(List<WeekLoad> actual, List<WeekLoad> expected) {
    // NaN stands for missing data and equals itself.
    assertThat(actual)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Kolkata", "America/New_York"})
  void whatIsKeptSaysWhatTheDaysSay(String name) throws IOException {
    ZoneId zone = ZoneId.of(name);
    List<WeekLoad> read = made.history(zone);
    assertThat(made.kept()).hasSize(WEEKS + 1);
    assertThat(read.get(1).days()).isNotEmpty();
    assertThat(read.get(1).cpuUtilisation()).hasSize(2);

    assertSame(made.history(zone), read);
    // A week read alone equals the week read with others.
    Files.delete(made.kept().get(1));
    assertSame(made.history(zone), read);
  }

  @Test
  void weeksBeforeTheComparedOnesAreReadForTheirMinutesAndDays() {
    try (Archive archive = made.open()) {
      List<WeekLoad> compared =
          archive.load("shop", CoarseWeekArchive.lastWeek(ZoneOffset.UTC), WEEKS).history();
      ClusterLoad load =
          archive.load(
              "shop",
              CoarseWeekArchive.lastWeek(ZoneOffset.UTC),
              0,
              LoadSelection.ALL.lookingBack(10 * WEEKS));

      assertThat(load.history()).extracting(WeekLoad::week).containsExactly(compared.get(2).week());
      assertThat(load.older()).hasSize(WEEKS);
      for (int week = 0; week < WEEKS; week++) {
        WeekLoad older = load.older().get(week);
        assertThat(older.week()).isEqualTo(compared.get(week).week());
        assertThat(older.days()).isEqualTo(compared.get(week).days());
        assertThat(older.cpuUtilisation().keySet())
            .isEqualTo(compared.get(week).cpuUtilisation().keySet());
      }
      assertThat(archive.load("shop", CoarseWeekArchive.lastWeek(ZoneOffset.UTC), 0).older())
          .isEmpty();
    }
  }

  @Test
  void aKeptWeekIsTakenAtItsWord() throws IOException {
    List<WeekLoad> read = made.history(ZoneOffset.UTC);
    Path first = made.kept().get(0);
    // This summary of the same days has other contents.
    byte[] bytes = Files.readAllBytes(first);
    WeekFiles held = held(ReviewWeek.of(instant(FIRST), ZoneOffset.UTC));
    CoarseWeek week = CoarseWeekFile.of(root, held).read().orElseThrow();
    CoarseWeekFile.of(root, held)
        .write(new CoarseWeek(week.totals(), week.cpu(), List.of(), week.hours()));

    assertThat(Files.readAllBytes(first)).isNotEqualTo(bytes);
    assertThat(made.history(ZoneOffset.UTC).get(0).days()).isEmpty();
    made.forget();
    assertSame(made.history(ZoneOffset.UTC), read);
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private WeekFiles held(ReviewWeek week) {
    ArchiveFiles files = new ArchiveFiles(root);
    try (Archive archive = made.open();
        DuckDbEngine engine = new DuckDbEngine()) {
      InstanceFiles held = new InstanceFiles(files, new Inventory(files, engine));
      var cluster = archive.cluster("shop", Instant.MAX);
      List<Path> days =
          cluster.instances().stream()
              .flatMap(i -> held.days("eu-west-1", i, week.range()).stream())
              .toList();
      return new WeekFiles(week, cluster, days, ClusterTimeline.of(cluster.instances()));
    }
  }

  @Test
  void aDayThatIsReplacedOrAddedOrGoneCounts() throws IOException {
    List<WeekLoad> before = made.history(ZoneOffset.UTC);
    Path day = new ArchiveFiles(root).folderOf(READER).resolve(FIRST.plusDays(2) + ".parquet");

    Files.delete(day);
    List<WeekLoad> without = made.history(ZoneOffset.UTC);
    assertThat(without.get(0).coverage()).isNotEqualTo(before.get(0).coverage());

    try (Archive archive = made.open()) {
      archive.putDay(CoarseWeekArchive.day(READER, FIRST.plusDays(2), 3), true);
    }
    List<WeekLoad> replaced = made.history(ZoneOffset.UTC);
    assertThat(replaced.get(0).totalAas()[50]).isNotEqualTo(before.get(0).totalAas()[50]);
    made.forget();
    assertSame(made.history(ZoneOffset.UTC), replaced);
  }

  @Test
  void whatIsCutDamagedOrForeignIsReadAnew() throws IOException {
    List<WeekLoad> read = made.history(ZoneOffset.UTC);
    Path file = made.kept().get(1);
    byte[] whole = Files.readAllBytes(file);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    byte[] other = Files.readAllBytes(made.kept().get(0));
    for (byte[] bytes :
        List.of(
            new byte[0],
            new byte[8],
            Arrays.copyOf(whole, 7),
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(whole, whole.length - 1),
            Arrays.copyOf(whole, whole.length + 1),
            flipped,
            other)) {
      Files.write(file, bytes);
      // A killed process leaves this temporary file.
      Files.write(file.resolveSibling("." + file.getFileName() + ".x.tmp"), bytes);

      assertSame(made.history(ZoneOffset.UTC), read);
      assertThat(Files.readAllBytes(file)).hasSameSizeAs(whole);
      assertSame(made.history(ZoneOffset.UTC), read);
    }
  }

  @Test
  void aWeekThatMayStillChangeIsNotKept() throws IOException {
    LocalDate last = FIRST.plusDays(DAYS - 1L);
    Files.delete(new ArchiveFiles(root).folderOf(WRITER).resolve(last + ".parquet"));
    try (Archive archive = made.open()) {
      archive.putDay(CoarseWeekArchive.day(WRITER, last, 1), false);
    }

    List<WeekLoad> read = made.history(ZoneOffset.UTC);

    assertThat(made.kept()).hasSize(WEEKS);
    assertSame(made.history(ZoneOffset.UTC), read);
  }

  @Test
  void whereNothingCanBeKeptItIsReadEachTime() throws IOException {
    Files.writeString(root.resolve(ArchiveFiles.SUMMARIES), "in the way");

    List<WeekLoad> read = made.history(ZoneOffset.UTC);

    assertThat(read).hasSize(WEEKS + 1);
    assertSame(made.history(ZoneOffset.UTC), read);
  }

  @Test
  void keepingIsNoChangeOfTheArchive() throws IOException {
    made.history(ZoneOffset.UTC);
    made.forget();
    try (Archive archive = made.open()) {
      int version = archive.version();
      archive.load("shop", CoarseWeekArchive.lastWeek(ZoneOffset.UTC), WEEKS);
      assertThat(made.kept()).hasSize(WEEKS + 1);
      assertThat(archive.version()).isEqualTo(version);
    }
  }
}
