package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Dimension;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.TimeRange;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads the load of a cluster by user, client host, database and application, by hour. */
public final class DimensionReader {
  private static final Duration HOUR = Duration.ofHours(1);

  private final ArchiveEngine engine;

  public DimensionReader(ArchiveEngine engine) {
    this.engine = engine;
  }

  /**
   * @param days the files of all instances
   * @param timeline of the members
   */
  public DimensionLoads read(TimeRange range, List<Path> days, ClusterTimeline timeline) {
    Instant from = range.from().plus(HOUR).minusNanos(1).truncatedTo(ChronoUnit.HOURS);
    if (days.isEmpty() || !from.isBefore(range.to())) {
      return DimensionLoads.none(from);
    }
    TimeRange hours = new TimeRange(from, range.to());
    int length = Math.toIntExact(hours.duration().plus(HOUR).minusNanos(1).toHours());
    Map<Dimension, Map<String, double[]>> loads = new EnumMap<>(Dimension.class);
    engine.forEach(
        sql(hours, days),
        row -> {
          SeriesKind kind = SeriesKind.stored(row.text("series"));
          Dimension dimension = Objects.requireNonNull(DimensionSeries.HOURLY.get(kind));
          double[] values =
              loads
                  .computeIfAbsent(dimension, d -> new TreeMap<>())
                  .computeIfAbsent(row.text("key"), key -> new double[length]);
          values[(int) row.number("hour")] = row.number("aas");
        });
    return new DimensionLoads(from, loads, new CallerReader(engine).read(range, days, timeline));
  }

  private String sql(TimeRange hours, List<Path> days) {
    return String.join(
        "\n",
        "SELECT series, key, " + ArchiveSql.step(hours, HOUR) + " AS hour, sum(value) AS aas",
        "FROM " + engine.relation(days),
        "WHERE " + ArchiveSql.isSeries(DimensionSeries.HOURLY.keySet()),
        "  AND " + ArchiveSql.inside(hours),
        "GROUP BY ALL");
  }
}
