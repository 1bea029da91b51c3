package dev.teiten.archive.read;

import dev.teiten.archive.Archive;
import dev.teiten.archive.InstanceDays;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.archive.files.ArchiveFiles;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * An archive with three whole weeks of two instances; the last week is the reviewed one.
 *
 * @param root the archive's folder
 */
record CoarseWeekArchive(Path root) {
  static final LocalDate FIRST = LocalDate.of(2026, 10, 26);
  static final MonitoredInstance WRITER = instance("a", Role.WRITER);
  static final MonitoredInstance READER = instance("b", Role.READER);
  static final int DAYS = 21;
  static final int WEEKS = 2;

  private static MonitoredInstance instance(String name, Role role) {
    Instant seen = Instant.parse("2026-10-26T12:00:00Z");
    return InstanceDays.instance("eu-west-1", "shop", name, "db.r6g.large", role, seen);
  }

  /** A day with gaps. */
  static InstanceDay day(MonitoredInstance instance, LocalDate date, double load) {
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

  Archive open() {
    return new Archive(root, new DuckDbEngine());
  }

  void collect() {
    try (Archive archive = open()) {
      archive.addInventory(List.of(WRITER, READER));
      for (int i = 0; i < DAYS; i++) {
        archive.putDay(day(WRITER, FIRST.plusDays(i), 1), true);
        archive.putDay(day(READER, FIRST.plusDays(i), 1), true);
      }
    }
  }

  List<WeekLoad> history(ZoneId zone) {
    try (Archive archive = open()) {
      return archive.load("shop", lastWeek(zone), WEEKS).history();
    }
  }

  static ReviewWeek lastWeek(ZoneId zone) {
    return ReviewWeek.of(FIRST.plusDays(16).atStartOfDay(ZoneOffset.UTC).toInstant(), zone);
  }

  List<Path> kept() throws IOException {
    Path folder = root.resolve(ArchiveFiles.SUMMARIES);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  void forget() throws IOException {
    for (Path file : kept()) {
      Files.delete(file);
    }
  }
}
