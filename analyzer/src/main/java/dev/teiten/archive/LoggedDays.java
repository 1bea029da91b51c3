package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.DayWriter;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.sample.LoggedDay;
import java.time.LocalDate;
import java.util.List;

/**
 * The days of an instance that come from its logs. They stay partial, since another log may add to
 * them at any time.
 */
public final class LoggedDays implements AutoCloseable {
  private final MonitoredInstance instance;
  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final SamplingLock lock;

  private LoggedDays(
      MonitoredInstance instance, ArchiveFiles files, ArchiveEngine engine, SamplingLock lock) {
    this.instance = instance;
    this.files = files;
    this.engine = engine;
    this.lock = lock;
  }

  /**
   * @throws ArchiveException if another process imports logs of the instance
   */
  static LoggedDays of(MonitoredInstance instance, ArchiveFiles files, ArchiveEngine engine) {
    SamplingLock lock = SamplingLock.of(files.folderOf(instance));
    return new LoggedDays(instance, files, engine, lock);
  }

  /** The day with all that the archive has of it. */
  public LoggedDay open(LocalDate date) {
    return files
        .partial(instance, date)
        .map(file -> LoggedDay.of(date, PartialDayReader.read(engine, file, date)))
        .orElseGet(() -> LoggedDay.of(date, List.of()));
  }

  /** Writes a day, if the archive lacks something of it. */
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
