package dev.teiten.archive.files;

import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Writes days of instances into the archive. */
public final class DayWriter {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;

  public DayWriter(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  /**
   * Writes a day, unless the archive has a whole day or more minutes of it.
   *
   * @param whole whether the day is over and complete
   */
  public void put(InstanceDay day, boolean whole) {
    MonitoredInstance instance = day.instance();
    LocalDate date = day.range().from().atOffset(ZoneOffset.UTC).toLocalDate();
    Optional<Path> partial = files.partial(instance, date);
    // A later answer may lack minutes that an earlier answer had.
    if (partial.isPresent() && minutes(partial.get()) > minutes(day)) {
      if (whole) {
        files.keepAsWhole(instance, date);
      }
      return;
    }
    files.putDay(instance, date, whole, file -> engine.writeSeries(file, day.series()));
  }

  /** The number of minutes that have a total load. */
  public static long minutes(InstanceDay day) {
    long minutes = 0;
    for (SourceSeries series : day.series()) {
      if (series.kind() == SeriesKind.TOTAL) {
        for (float value : series.values()) {
          minutes += Float.isNaN(value) ? 0 : 1;
        }
      }
    }
    return minutes;
  }

  private long minutes(Path file) {
    String sql =
        "SELECT count(*) AS minutes FROM "
            + engine.relation(List.of(file))
            + " WHERE "
            + ArchiveSql.isSeries(SeriesKind.TOTAL);
    return engine.query(sql, row -> (long) row.number("minutes")).get(0);
  }
}
