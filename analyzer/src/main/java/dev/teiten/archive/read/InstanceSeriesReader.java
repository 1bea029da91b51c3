package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Reads the series of one instance over a range at once. */
final class InstanceSeriesReader {
  private final ArchiveEngine engine;
  private final TimeRange range;
  private final LoadSelection wanted;

  InstanceSeriesReader(ArchiveEngine engine, TimeRange range, LoadSelection wanted) {
    this.engine = engine;
    this.range = range;
    this.wanted = wanted;
  }

  /**
   * One series, without what is not stored.
   *
   * @param kind of series, as it is stored
   * @param seconds at which the values begin, since the start of the range; in no order
   */
  record StoredSeries(String kind, String key, String detail, double[] seconds, double[] values) {

    int second(int i) {
      return (int) seconds[i];
    }

    int minute(int i) {
      return second(i) / 60;
    }
  }

  /**
   * @param days the files of the instance
   */
  List<StoredSeries> read(List<Path> days) {
    if (days.isEmpty()) {
      return List.of();
    }
    List<StoredSeries> parts =
        engine.query(
            sql(days),
            row ->
                new StoredSeries(
                    row.string(1), row.string(2), row.string(3), row.numbers(4), row.numbers(5)));
    // Sorted here: an engine that sorts moves the lists about.
    parts.sort(
        Comparator.comparing(StoredSeries::kind)
            .thenComparing(StoredSeries::key)
            .thenComparing(StoredSeries::detail));
    return parts;
  }

  /** Lists, since a string read for each row costs more than everything else here. */
  private String sql(List<Path> days) {
    return "SELECT series, key, detail, list("
        + ArchiveSql.step(range, 1)
        + "), list(value) FROM "
        + engine.relation(days)
        + " WHERE "
        + ArchiveSql.reaching(range)
        + " AND "
        + wanted.condition()
        + " GROUP BY ALL";
  }
}
