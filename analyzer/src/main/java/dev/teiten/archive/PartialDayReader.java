package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveRow;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import dev.teiten.source.sample.SampledDay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Reads back every series of a day that is to be continued. */
final class PartialDayReader {
  private PartialDayReader() {}

  static List<SourceSeries> read(ArchiveEngine engine, Path file, LocalDate date) {
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
}
