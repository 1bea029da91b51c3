package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.DayWriter;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import dev.teiten.source.sample.SampledDay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The days of an instance that is sampled. A day that has begun is read back and goes on; one that
 * is over is taken as it is, since nobody can sample the past.
 */
public final class SampledDays implements AutoCloseable {
  private final MonitoredInstance instance;
  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final SamplingLock lock;

  private SampledDays(
      MonitoredInstance instance, ArchiveFiles files, ArchiveEngine engine, SamplingLock lock) {
    this.instance = instance;
    this.files = files;
    this.engine = engine;
    this.lock = lock;
  }

  /**
   * @throws ArchiveException if another process samples the instance
   */
  static SampledDays of(MonitoredInstance instance, ArchiveFiles files, ArchiveEngine engine) {
    SamplingLock lock = SamplingLock.of(files.folderOf(instance));
    return new SampledDays(instance, files, engine, lock);
  }

  /** The day as far as it is there; the days before it are over. */
  public SampledDay begin(LocalDate date) {
    files.partials(instance).stream()
        .filter(day -> day.isBefore(date))
        .forEach(day -> files.keepAsWhole(instance, day));
    return files
        .partial(instance, date)
        .map(file -> SampledDay.of(date, read(file, date)))
        .orElseGet(() -> new SampledDay(date));
  }

  public void put(SampledDay day, boolean isOver) {
    if (!files.hasWhole(instance, day.date()) && day.knownMinutes() > 0) {
      new DayWriter(files, engine).put(day.of(instance), isOver);
    }
  }

  private List<SourceSeries> read(Path file, LocalDate date) {
    Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    String sql =
        "SELECT series, key, detail, list(epoch(starts_at)::BIGINT), list(value) FROM "
            + engine.relation(List.of(file))
            + " GROUP BY ALL";
    return engine.query(sql, row -> series(row, start));
  }

  private static SourceSeries series(ArchiveEngine.Row row, Instant start) {
    SeriesKind kind = SeriesKind.valueOf(row.string(1).toUpperCase(Locale.ROOT));
    int step = SampledDay.stepSeconds(kind);
    float[] values = new float[Math.toIntExact(Duration.ofDays(1).toSeconds() / step)];
    Arrays.fill(values, kind.isSparse() ? 0 : Float.NaN);
    double[] times = row.numbers(4);
    double[] found = row.numbers(5);
    for (int i = 0; i < times.length; i++) {
      values[(int) (times[i] - start.getEpochSecond()) / step] = (float) found[i];
    }
    return new SourceSeries(kind, row.string(2), row.string(3), start, step, values);
  }

  @Override
  public void close() {
    lock.close();
  }
}
