package dev.teiten.archive.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.InstanceFiles;
import dev.teiten.archive.files.Inventory;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WeekLoad;
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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A past week is read once; its kept file never contradicts the archive. */
@Tag("slow")
class CoarseWeekFileTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 26);
  private static final MonitoredInstance WRITER = instance("a", Role.WRITER);
  private static final MonitoredInstance READER = instance("b", Role.READER);
  private static final int DAYS = 21;
  private static final int WEEKS = 2;

  @TempDir Path root;

  private static MonitoredInstance instance(String name, Role role) {
    Instant seen = Instant.parse("2026-10-26T12:00:00Z");
    return InstanceDays.instance("eu-west-1", "shop", name, "db.r6g.large", role, seen);
  }

  /** A day with gaps. */
  private static InstanceDay day(MonitoredInstance instance, LocalDate date, double load) {
    Instant from = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    double base = load + date.getDayOfMonth() / 7.0 + (instance == WRITER ? 0.1 : 0);
    float[] total = values(1440, i -> i % 97 == 3 ? Double.NaN : base + i / 1440.0);
    float[] cpu = values(1440, i -> i % 89 == 5 ? Double.NaN : 0.3 + i / 3000.0);
    float[] hours = values(24, i -> i == 7 ? Double.NaN : base + i / 11.0);
    String calls = DigestStatistic.CALLS_PER_SECOND.name();
    return new InstanceDay(
        instance,
        new TimeRange(from, from.plusSeconds(86_400)),
        List.of(
            new SourceSeries(SeriesKind.TOTAL, "", "", from, 60, total),
            new SourceSeries(SeriesKind.COUNTER, "CPU_UTILISATION", "", from, 60, cpu),
            new SourceSeries(SeriesKind.HOUR, "", "", from, 3600, hours),
            new SourceSeries(SeriesKind.HOUR_DIGEST, "D1", "", from, 3600, hours),
            new SourceSeries(
                SeriesKind.HOUR_DIGEST, "D2", "", from, 3600, values(24, i -> i % 5 / 9.0)),
            new SourceSeries(SeriesKind.HOUR_DIGEST_WAIT, "D1", "CPU", from, 3600, hours),
            new SourceSeries(
                SeriesKind.HOUR_DIGEST_WAIT, "D1", "io/table/sql/handler", from, 3600, hours),
            new SourceSeries(SeriesKind.HOUR_STATISTIC, "D1", calls, from, 3600, hours)),
        List.of(),
        List.of());
  }

  private interface At {
    double of(int step);
  }

  /** Values are multiples of 1/1,024, so that every order of summing gives equal results. */
  private static float[] values(int count, At at) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (Math.rint(at.of(i) * 1024) / 1024);
    }
    return values;
  }

  private Archive archive() {
    return new Archive(root, new DuckDbEngine());
  }

  private void collect() {
    try (Archive archive = archive()) {
      archive.addInventory(List.of(WRITER, READER));
      for (int i = 0; i < DAYS; i++) {
        archive.putDay(day(WRITER, FIRST.plusDays(i), 1), true);
        archive.putDay(day(READER, FIRST.plusDays(i), 1), true);
      }
    }
  }

  private List<WeekLoad> history(ZoneId zone) {
    try (Archive archive = archive()) {
      return archive.load("shop", lastWeek(zone), WEEKS).history();
    }
  }

  private static ReviewWeek lastWeek(ZoneId zone) {
    return ReviewWeek.of(FIRST.plusDays(16).atStartOfDay(ZoneOffset.UTC).toInstant(), zone);
  }

  private List<Path> kept() throws IOException {
    Path folder = root.resolve(ArchiveFiles.SUMMARIES);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void forget() throws IOException {
    for (Path file : kept()) {
      Files.delete(file);
    }
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
    collect();
    ZoneId zone = ZoneId.of(name);
    List<WeekLoad> read = history(zone);
    assertThat(kept()).hasSize(WEEKS + 1);
    assertThat(read.get(1).days()).isNotEmpty();
    assertThat(read.get(1).cpuUtilisation()).hasSize(2);

    assertSame(history(zone), read);
    // A week read alone equals the week read with others.
    Files.delete(kept().get(1));
    assertSame(history(zone), read);
  }

  @Test
  void weeksBeforeTheComparedOnesAreReadForTheirMinutesAndDays() {
    collect();
    try (Archive archive = archive()) {
      List<WeekLoad> compared = archive.load("shop", lastWeek(ZoneOffset.UTC), WEEKS).history();
      ClusterLoad load =
          archive.load(
              "shop", lastWeek(ZoneOffset.UTC), 0, LoadSelection.ALL.lookingBack(10 * WEEKS));

      assertThat(load.history()).extracting(WeekLoad::week).containsExactly(compared.get(2).week());
      assertThat(load.older()).hasSize(WEEKS);
      for (int week = 0; week < WEEKS; week++) {
        WeekLoad older = load.older().get(week);
        assertThat(older.week()).isEqualTo(compared.get(week).week());
        assertThat(older.days()).isEqualTo(compared.get(week).days());
        assertThat(older.cpuUtilisation().keySet())
            .isEqualTo(compared.get(week).cpuUtilisation().keySet());
      }
      assertThat(archive.load("shop", lastWeek(ZoneOffset.UTC), 0).older()).isEmpty();
    }
  }

  @Test
  void aKeptWeekIsTakenAtItsWord() throws IOException {
    collect();
    List<WeekLoad> read = history(ZoneOffset.UTC);
    Path first = kept().get(0);
    // This summary of the same days has other contents.
    byte[] bytes = Files.readAllBytes(first);
    WeekFiles held = held(ReviewWeek.of(instant(FIRST), ZoneOffset.UTC));
    CoarseWeek week = CoarseWeekFile.of(root, held).read().orElseThrow();
    CoarseWeekFile.of(root, held)
        .write(new CoarseWeek(week.totals(), week.cpu(), List.of(), week.hours()));

    assertThat(Files.readAllBytes(first)).isNotEqualTo(bytes);
    assertThat(history(ZoneOffset.UTC).get(0).days()).isEmpty();
    forget();
    assertSame(history(ZoneOffset.UTC), read);
  }

  private static Instant instant(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private WeekFiles held(ReviewWeek week) {
    ArchiveFiles files = new ArchiveFiles(root);
    try (Archive archive = archive();
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
    collect();
    List<WeekLoad> before = history(ZoneOffset.UTC);
    Path day = new ArchiveFiles(root).folderOf(READER).resolve(FIRST.plusDays(2) + ".parquet");

    Files.delete(day);
    List<WeekLoad> without = history(ZoneOffset.UTC);
    assertThat(without.get(0).coverage()).isNotEqualTo(before.get(0).coverage());

    try (Archive archive = archive()) {
      archive.putDay(day(READER, FIRST.plusDays(2), 3), true);
    }
    List<WeekLoad> replaced = history(ZoneOffset.UTC);
    assertThat(replaced.get(0).totalAas()[50]).isNotEqualTo(before.get(0).totalAas()[50]);
    forget();
    assertSame(history(ZoneOffset.UTC), replaced);
  }

  @Test
  void whatIsCutDamagedOrForeignIsReadAnew() throws IOException {
    collect();
    List<WeekLoad> read = history(ZoneOffset.UTC);
    Path file = kept().get(1);
    byte[] whole = Files.readAllBytes(file);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    byte[] other = Files.readAllBytes(kept().get(0));
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

      assertSame(history(ZoneOffset.UTC), read);
      assertThat(Files.readAllBytes(file)).hasSameSizeAs(whole);
      assertSame(history(ZoneOffset.UTC), read);
    }
  }

  @Test
  void aWeekThatMayStillChangeIsNotKept() throws IOException {
    collect();
    LocalDate last = FIRST.plusDays(DAYS - 1L);
    Files.delete(new ArchiveFiles(root).folderOf(WRITER).resolve(last + ".parquet"));
    try (Archive archive = archive()) {
      archive.putDay(day(WRITER, last, 1), false);
    }

    List<WeekLoad> read = history(ZoneOffset.UTC);

    assertThat(kept()).hasSize(WEEKS);
    assertSame(history(ZoneOffset.UTC), read);
  }

  @Test
  void whereNothingCanBeKeptItIsReadEachTime() throws IOException {
    collect();
    Files.writeString(root.resolve(ArchiveFiles.SUMMARIES), "in the way");

    List<WeekLoad> read = history(ZoneOffset.UTC);

    assertThat(read).hasSize(WEEKS + 1);
    assertSame(history(ZoneOffset.UTC), read);
  }

  @Test
  void keepingIsNoChangeOfTheArchive() throws IOException {
    collect();
    history(ZoneOffset.UTC);
    forget();
    try (Archive archive = archive()) {
      int version = archive.version();
      archive.load("shop", lastWeek(ZoneOffset.UTC), WEEKS);
      assertThat(kept()).hasSize(WEEKS + 1);
      assertThat(archive.version()).isEqualTo(version);
    }
  }
}
