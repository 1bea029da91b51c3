package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.DigestHourTable;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads weeks coarsely from the files of their days. All weeks are read with one query a series,
 * since opening the files costs more than reading a few of their series.
 */
final class CoarseWeekReader {
  private final ArchiveEngine engine;

  CoarseWeekReader(ArchiveEngine engine) {
    this.engine = engine;
  }

  /**
   * @param weeks of one zone, oldest first
   */
  Map<WeekFiles, CoarseWeek> read(List<WeekFiles> weeks) {
    if (weeks.isEmpty()) {
      return Map.of();
    }
    TimeRange range = span(weeks);
    List<Path> files = weeks.stream().flatMap(week -> week.files().stream()).distinct().toList();
    Map<String, double[]> totals = minutes(files, range, ArchiveSql.isSeries(SeriesKind.TOTAL));
    Map<String, double[]> cpu =
        minutes(
            files,
            range,
            ArchiveSql.isSeries(SeriesKind.COUNTER)
                + " AND key = '"
                + InstanceCounter.CPU_UTILISATION
                + "'");
    Map<ReviewWeek, List<DigestLoad>> days = new DigestDayReader(engine, weeks).read(files);
    Map<ReviewWeek, DigestHourTable> hours = new DigestHourReader(engine, weeks).read(files);
    Map<WeekFiles, CoarseWeek> coarse = new HashMap<>();
    for (WeekFiles week : weeks) {
      coarse.put(
          week,
          new CoarseWeek(
              cut(totals, range, week),
              cut(cpu, range, week),
              days.getOrDefault(week.week(), List.of()),
              hours.getOrDefault(week.week(), DigestHourTable.UNKNOWN)));
    }
    return coarse;
  }

  /**
   * From the start of the first week to the end of the last.
   *
   * @param weeks oldest first; at least one
   */
  static TimeRange span(List<WeekFiles> weeks) {
    return new TimeRange(weeks.get(0).start(), weeks.get(weeks.size() - 1).range().to());
  }

  /** A series of every instance, by resource id. */
  private Map<String, double[]> minutes(List<Path> files, TimeRange range, String condition) {
    Map<String, double[]> series = new HashMap<>();
    String minute = ArchiveSql.step(range, Duration.ofMinutes(1));
    String sql =
        String.join(
            "\n",
            "SELECT " + ArchiveSql.INSTANCE + " AS instance,",
            "  list(" + minute + ") AS minutes, list(value) AS loads",
            "FROM " + engine.relation(files),
            "WHERE " + condition + " AND " + ArchiveSql.inside(range) + " GROUP BY 1");
    engine.forEach(
        sql,
        row -> {
          double[] values = new double[range.minutes()];
          Arrays.fill(values, Double.NaN);
          double[] minutes = row.numbers("minutes");
          double[] loads = row.numbers("loads");
          for (int i = 0; i < minutes.length; i++) {
            values[(int) minutes[i]] = loads[i];
          }
          series.put(row.text("instance"), values);
        });
    return series;
  }

  /**
   * The part of a week in which an instance belonged to the cluster, for the instances that have a
   * value in it.
   */
  private static Map<String, double[]> cut(
      Map<String, double[]> series, TimeRange span, WeekFiles week) {
    int from = new TimeRange(span.from(), week.range().to()).minutes() - week.range().minutes();
    Map<String, double[]> parts = new HashMap<>();
    series.forEach(
        (instance, values) -> {
          double[] part = Arrays.copyOfRange(values, from, from + week.range().minutes());
          week.timeline().find(instance).ifPresent(m -> m.mask(week.range(), part));
          if (Arrays.stream(part).anyMatch(value -> !Double.isNaN(value))) {
            parts.put(instance, part);
          }
        });
    return parts;
  }
}
