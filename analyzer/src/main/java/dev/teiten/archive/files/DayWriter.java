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

/** Puts days of instances in place. */
public final class DayWriter {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;

  public DayWriter(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  public void put(InstanceDay day, boolean whole) {
    MonitoredInstance instance = day.instance();
    LocalDate date = day.range().from().atOffset(ZoneOffset.UTC).toLocalDate();
    Optional<Path> partial = files.partial(instance, date);
    // An answer may have lost minutes that an earlier one had.
    if (partial.isPresent() && minutes(partial.get()) > minutes(day)) {
      if (whole) {
        files.keepAsWhole(instance, date);
      }
      return;
    }
    files.putDay(instance, date, whole, file -> engine.writeSeries(file, day.series()));
  }

  /** How many minutes of a day have a total. */
  public static long minutes(InstanceDay day) {
    long known = 0;
    for (SourceSeries series : day.series()) {
      if (series.kind() == SeriesKind.TOTAL) {
        for (float value : series.values()) {
          known += Float.isNaN(value) ? 0 : 1;
        }
      }
    }
    return known;
  }

  private long minutes(Path file) {
    String sql =
        "SELECT count(*) FROM " + engine.relation(List.of(file)) + " WHERE series = 'total'";
    return (long) (double) engine.query(sql, row -> row.number(1)).get(0);
  }
}
