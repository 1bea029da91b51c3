package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.DayWriter;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.sample.LoggedDay;
import dev.teiten.source.sample.SampledDay;
import java.time.LocalDate;
import java.util.List;

/**
 * The days of an instance that is sampled, or whose logs are imported. A day that has begun is read
 * back and continued. A day that is over becomes whole as it is, since the past cannot be sampled.
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
        .map(file -> SampledDay.of(date, PartialDayReader.read(engine, file, date)))
        .orElseGet(() -> new SampledDay(date));
  }

  /** Writes a day that has minutes, unless the archive has it whole. */
  public void put(SampledDay day, boolean isOver) {
    if (!files.hasWhole(instance, day.date()) && day.knownMinutes() > 0) {
      new DayWriter(files, engine).put(day.of(instance), isOver);
    }
  }

  /** A day of logged statements, with all that the archive has of it. */
  public LoggedDay open(LocalDate date) {
    return files
        .partial(instance, date)
        .map(file -> LoggedDay.of(date, PartialDayReader.read(engine, file, date)))
        .orElseGet(() -> LoggedDay.of(date, List.of()));
  }

  /**
   * Writes a day of logged statements, if the archive lacks something of it. It stays partial,
   * since another log may add to it at any time.
   */
  public void put(LoggedDay day) {
    if (day.isChanged()) {
      new DayWriter(files, engine).put(day.of(instance), false);
      day.kept();
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
