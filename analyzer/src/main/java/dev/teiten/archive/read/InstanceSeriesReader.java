package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the series of one instance over a range with one query. */
final class InstanceSeriesReader {
  private final ArchiveEngine engine;
  private final TimeRange range;
  private final LoadSelection selection;

  InstanceSeriesReader(ArchiveEngine engine, TimeRange range, LoadSelection selection) {
    this.engine = engine;
    this.range = range;
    this.selection = selection;
  }

  /**
   * A series, without the steps that are not stored.
   *
   * @param seconds at which the values begin, since the start of the range; in no order
   */
  record StoredSeries(
      SeriesKind kind, String key, String detail, double[] seconds, double[] values) {

    int second(int i) {
      return (int) seconds[i];
    }

    int minute(int i) {
      return second(i) / TimeUnits.SECONDS_PER_MINUTE;
    }
  }

  /**
   * @param days the files of the instance
   * @param membership the time in which the instance belonged to the cluster
   */
  List<StoredSeries> read(List<Path> days, TimeRange membership) {
    Optional<TimeRange> part = range.intersection(membership);
    if (days.isEmpty() || part.isEmpty()) {
      return List.of();
    }
    List<StoredSeries> series =
        engine.query(
            sql(days, part.get()),
            row ->
                new StoredSeries(
                    SeriesKind.stored(row.text("series")),
                    row.text("key"),
                    row.text("detail"),
                    row.numbers("seconds"),
                    row.numbers("loads")));
    // Sorted here, since an engine that sorts copies the lists.
    series.sort(
        Comparator.comparing(StoredSeries::kind)
            .thenComparing(StoredSeries::key)
            .thenComparing(StoredSeries::detail));
    return series;
  }

  /** Asks for lists, since reading a string for each row would cost more than all other work. */
  private String sql(List<Path> days, TimeRange part) {
    return String.join(
        "\n",
        "SELECT series, key, detail,",
        "  list(" + ArchiveSql.step(range, Duration.ofSeconds(1)) + ") AS seconds,",
        "  list(value) AS loads",
        "FROM " + engine.relation(days),
        "WHERE "
            + (part.equals(range) ? ArchiveSql.reaching(range) : ArchiveSql.inside(part))
            + " AND "
            + selection.condition(),
        "GROUP BY ALL");
  }
}
