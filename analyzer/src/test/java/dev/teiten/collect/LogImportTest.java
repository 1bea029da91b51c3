package dev.teiten.collect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.teiten.archive.Archive;
import dev.teiten.archive.duckdb.DuckDbEngine;
import dev.teiten.load.Cluster;
import dev.teiten.load.Cluster.StorageType;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.ReviewWeek;
import dev.teiten.normalize.LiteralFindings;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import dev.teiten.source.sample.StatementLog;
import dev.teiten.source.slowlog.SlowLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of statements with known intervals become the load that these intervals are. */
class LogImportTest {
  private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46", ZoneOffset.UTC);

  /** Monday of the week. */
  private static final Instant MONDAY = Instant.parse("2026-11-09T00:00:00Z");

  private static final int MINUTES = 7 * 1440;

  @TempDir Path folder;

  /** A log, with the seconds by minute and table that are in it. */
  private static final class WrittenLog {
    final StringBuilder text = new StringBuilder();
    final Map<String, double[]> seconds = new TreeMap<>();
    final Map<String, Integer> calls = new TreeMap<>();

    void add(Instant end, double duration, String table, int secret) {
      text.append(
          String.format(
              Locale.ROOT,
              "# Time: %s%n# User@Host: app[app] @ web [10.0.0.1]  Id: 1%n# Query_time: %.6f "
                  + " Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 10%nSET timestamp=%d;%n"
                  + "select * from %s where id = %d;%n",
              end.truncatedTo(ChronoUnit.MICROS),
              duration,
              end.getEpochSecond(),
              table,
              secret));
      calls.merge(table, 1, Integer::sum);
      double to = (end.toEpochMilli() - MONDAY.toEpochMilli()) / 60e3;
      double from = to - duration / 60;
      for (int minute = (int) from; minute < to; minute++) {
        double share = Math.min(to, minute + 1) - Math.max(from, minute);
        seconds.computeIfAbsent(table, t -> new double[MINUTES])[minute] += 60 * share;
      }
    }
  }

  /** Statements of three tables around a midnight, some of them hours long. */
  private static WrittenLog aroundMidnight(Instant begin, int statements) {
    Random random = new Random(11);
    WrittenLog log = new WrittenLog();
    Instant end = begin;
    for (int i = 0; i < statements; i++) {
      end = end.plusMillis(1_000 + random.nextInt(60_000));
      boolean isLong = i % 97 == 96;
      double duration = isLong ? 3_600 + random.nextInt(7_200) : random.nextInt(40_000) / 1e3;
      log.add(end, duration, "t" + random.nextInt(3), 700_000 + i);
    }
    return log;
  }

  private static MonitoredInstance server(StatementLog log) {
    Instance instance = new Instance("log-1", "db1", "8.4.0", null, null, null, null, null);
    return new MonitoredInstance(
        "shop",
        Cluster.SAMPLED,
        log.engine(),
        StorageType.STANDARD,
        instance,
        false,
        0,
        null,
        MONDAY);
  }

  private LogImportReport load(String text) throws IOException {
    return load(text.getBytes(StandardCharsets.UTF_8));
  }

  private LogImportReport load(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("slow.log"), bytes);
    try (Archive archive = archive();
        SlowLog log = SlowLog.open(file, new LiteralFindings())) {
      return new LogImport(archive).add(log, "slow.log", LogImportTest::server, progress -> {});
    }
  }

  private Archive archive() {
    return new Archive(folder.resolve("archive"), new DuckDbEngine());
  }

  private ClusterLoad week() {
    try (Archive archive = archive()) {
      return archive.load("shop", WEEK, 0);
    }
  }

  private void assertHolds(WrittenLog log) {
    ClusterLoad week = week();
    InstanceLoad load = week.instances().get(0);
    double[] total = new double[MINUTES];
    double[] worst = new double[1];
    log.seconds.forEach(
        (table, seconds) -> {
          String digest = digestOf(week, table);
          double[] minutes = requireNonNull(load.digests().get(digest));
          for (int i = 0; i < MINUTES; i++) {
            total[i] += seconds[i];
            worst[0] = Math.max(worst[0], Math.abs(zeroIfUnknown(minutes[i]) - seconds[i] / 60));
          }
          double calls =
              load.hours().stream()
                  .filter(hour -> hour.digest().equals(digest))
                  .mapToDouble(hour -> calls(hour, load.total()))
                  .sum();
          assertThat(calls).isCloseTo(requireNonNull(log.calls.get(table)), within(1e-2));
        });
    for (int i = 0; i < MINUTES; i++) {
      worst[0] = Math.max(worst[0], Math.abs(zeroIfUnknown(load.total()[i]) - total[i] / 60));
    }
    assertThat(worst[0]).isLessThan(1e-5);
  }

  private static double zeroIfUnknown(double load) {
    return Double.isNaN(load) ? 0 : load;
  }

  private static String digestOf(ClusterLoad week, String table) {
    return week.statements().entrySet().stream()
        .filter(entry -> entry.getValue().text().contains(" " + table + " "))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static double calls(DigestLoad hour, double[] total) {
    int first = (int) ChronoUnit.MINUTES.between(MONDAY, hour.from());
    long known =
        Arrays.stream(total, first, first + 60).filter(load -> !Double.isNaN(load)).count();
    Double rate = hour.statistics().get(DigestStatistic.CALLS_PER_SECOND);
    return rate == null ? 0 : rate * known * 60;
  }

  @Test
  void theLoadOfAMinuteIsTheTimeOfItsStatements() throws IOException {
    WrittenLog log = aroundMidnight(Instant.parse("2026-11-10T20:00:00Z"), 700);

    LogImportReport report = load(log.text.toString());

    assertThat(report.added()).isEqualTo(700);
    assertThat(report.days()).isGreaterThanOrEqualTo(2);
    double sum = log.seconds.values().stream().flatMapToDouble(Arrays::stream).sum();
    assertThat(report.seconds()).isCloseTo(sum, within(0.01));
    assertHolds(log);
  }

  @Test
  void noLiteralIsKept() throws IOException {
    load(aroundMidnight(Instant.parse("2026-11-10T20:00:00Z"), 30).text.toString());

    assertThat(week().statements().values())
        .allSatisfy(text -> assertThat(text.text()).doesNotContain("7000").contains("id = ?"));
  }

  @Test
  void aLogThatIsReadTwiceChangesNothingAndOneThatGrewAddsTheRest() throws IOException {
    WrittenLog log = aroundMidnight(Instant.parse("2026-11-10T20:00:00Z"), 400);
    String text = log.text.toString();
    load(text.substring(0, text.length() / 3));
    long before = week().coverage().observedMinutes();

    assertThat(load(text.substring(0, text.length() / 3)).days()).isZero();
    assertThat(week().coverage().observedMinutes()).isEqualTo(before);

    LogImportReport rest = load(text);
    assertThat(rest.added()).isBetween(260L, 270L);
    assertHolds(log);
    assertThat(load(text).added()).isZero();
    assertHolds(log);
  }

  @Test
  void anImportThatWasKilledIsGoneOnWith() throws IOException {
    WrittenLog log = aroundMidnight(Instant.parse("2026-11-10T20:00:00Z"), 4_000);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(log.text.toString().getBytes(StandardCharsets.UTF_8));
    }
    // The file ends early, after the first day has been written.
    byte[] part = Arrays.copyOf(gzip.toByteArray(), gzip.size() * 9 / 10);
    assertThatThrownBy(() -> load(part)).isInstanceOf(SourceException.class);
    assertThat(week().coverage().observedMinutes()).isPositive();

    load(log.text.toString());

    assertHolds(log);
  }

  @Test
  void anotherLogOfTheServerAddsToTheSameMinutes() throws IOException {
    WrittenLog log = aroundMidnight(Instant.parse("2026-11-10T20:00:00Z"), 400);
    String text = log.text.toString();
    int cut = text.indexOf("# Time", text.length() / 2);
    // The rotated log comes second: the order does not matter.
    load(text.substring(cut));
    load(text.substring(0, cut));

    assertHolds(log);
  }

  @Test
  void silenceIsIdleUnlessTheLogWasClosed() throws IOException {
    Instant ten = Instant.parse("2026-11-10T10:00:30Z");
    WrittenLog log = new WrittenLog();
    log.add(ten, 1, "a", 1);
    log.add(ten.plusSeconds(1_200), 1, "a", 1);
    log.text.append("mysqld, Version: 8.4.0 (MySQL). started with:\nTcp port: 3306\n");
    log.add(ten.plusSeconds(3_600), 1, "a", 1);
    load(log.text.toString());

    double[] total = week().instances().get(0).total();
    int minute = (int) ChronoUnit.MINUTES.between(MONDAY, ten);
    assertThat(total[minute - 1]).isNaN();
    assertThat(total[minute + 10]).isZero();
    assertThat(total[minute + 20]).isCloseTo(1 / 60.0, within(1e-6));
    assertThat(total[minute + 40]).isNaN();
    assertThat(total[minute + 60]).isCloseTo(1 / 60.0, within(1e-6));
  }
}
