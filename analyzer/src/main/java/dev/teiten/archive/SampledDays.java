package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.ArchiveRow;
import dev.teiten.archive.files.DayWriter;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import dev.teiten.source.sample.SampledDay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * The days of an instance that is sampled. A day that has begun is read back and continued. A day
 * that is over becomes whole as it is, since the past cannot be sampled.
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

  /** The day with the minutes that the archive has of it; the days before become whole. */
  public SampledDay begin(LocalDate date) {
    files.partials(instance).stream()
        .filter(day -> day.isBefore(date))
        .forEach(day -> files.keepAsWhole(instance, day));
    return files
        .partial(instance, date)
        .map(file -> SampledDay.of(date, read(file, date)))
        .orElseGet(() -> new SampledDay(date));
  }

  /** Writes a day that has minutes, unless the archive has it whole. */
  public void put(SampledDay day, boolean isOver) {
    if (!files.hasWhole(instance, day.date()) && day.knownMinutes() > 0) {
      new DayWriter(files, engine).put(day.of(instance), isOver);
    }
  }

  private List<SourceSeries> read(Path file, LocalDate date) {
    Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    String sql =
        "SELECT series, key, detail, list(epoch(starts_at)::BIGINT) AS times, list(value) AS loads FROM "
            + engine.relation(List.of(file))
            + " GROUP BY ALL";
    return engine.query(sql, row -> series(row, start));
  }

  private static SourceSeries series(ArchiveRow row, Instant start) {
    SeriesKind kind = SeriesKind.stored(row.text("series"));
    int step = SampledDay.stepSeconds(kind);
    float[] values = new float[TimeUnits.SECONDS_PER_DAY / step];
    Arrays.fill(values, kind.isSparse() ? 0 : Float.NaN);
    double[] times = row.numbers("times");
    double[] loads = row.numbers("loads");
    for (int i = 0; i < times.length; i++) {
      values[(int) (times[i] - start.getEpochSecond()) / step] = (float) loads[i];
    }
    return new SourceSeries(kind, row.text("key"), row.text("detail"), start, step, values);
  }

  @Override
  public void close() {
    lock.close();
  }
}
