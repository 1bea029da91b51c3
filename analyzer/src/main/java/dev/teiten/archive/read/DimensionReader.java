package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.Dimension;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads who and what a cluster's load came from, by hour. */
public final class DimensionReader {
  private final ArchiveEngine engine;

  public DimensionReader(ArchiveEngine engine) {
    this.engine = engine;
  }

  /**
   * @param days the files of all instances
   */
  public DimensionLoads read(TimeRange range, List<Path> days) {
    Instant from = range.from().plusSeconds(3599).truncatedTo(ChronoUnit.HOURS);
    if (days.isEmpty() || !from.isBefore(range.to())) {
      return DimensionLoads.none(from);
    }
    TimeRange hours = new TimeRange(from, range.to());
    Map<Dimension, Map<String, double[]>> loads = new EnumMap<>(Dimension.class);
    engine.query(
        sql(hours, days),
        row ->
            add(
                loads,
                row.string(1),
                row.string(2),
                (int) row.number(3),
                row.number(4),
                length(hours)));
    return new DimensionLoads(from, loads, new CallerReader(engine).read(range, days));
  }

  private static int length(TimeRange hours) {
    return Math.toIntExact((hours.duration().toMinutes() + 59) / 60);
  }

  private static boolean add(
      Map<Dimension, Map<String, double[]>> loads,
      String series,
      String key,
      int hour,
      double aas,
      int length) {
    loads.computeIfAbsent(DimensionSeries.HOURLY.get(series), d -> new TreeMap<>())
            .computeIfAbsent(key, k -> new double[length])[hour] =
        aas;
    return true;
  }

  private String sql(TimeRange hours, List<Path> days) {
    return "SELECT series, key, "
        + ArchiveSql.step(hours, 3600)
        + " AS hour, sum(value) FROM "
        + engine.relation(days)
        + " WHERE series IN ('"
        + String.join("', '", new TreeSet<>(DimensionSeries.HOURLY.keySet()))
        + "') AND "
        + ArchiveSql.inside(hours)
        + " GROUP BY ALL";
  }
}
