package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.archive.files.Inventory;
import dev.teiten.load.Cluster;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCoverage;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WeekLoad;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads weeks coarsely: digests by day, total load by hour, CPU utilization by minute. What was
 * read once of a week that is over is kept. The other weeks are asked for at once, since opening
 * the files costs more than reading a few of their series.
 */
final class HistoryReader {
  private final Path root;
  private final ArchiveEngine engine;
  private final Map<String, Instant> goneAt;

  /**
   * @param root the archive's folder
   * @param goneAt by {@link Inventory#key}, since when an instance is known to be gone
   */
  HistoryReader(Path root, ArchiveEngine engine, Map<String, Instant> goneAt) {
    this.root = root;
    this.engine = engine;
    this.goneAt = goneAt;
  }

  /**
   * A week to read.
   *
   * @param cluster with the instances that it had in the week
   * @param files of the week; at least one
   */
  record WeekFiles(ReviewWeek week, Cluster cluster, List<Path> files) {}

  /**
   * @param weeks of one zone, oldest first
   */
  List<WeekLoad> read(List<WeekFiles> weeks) {
    Map<WeekFiles, CoarseWeek> coarse = new HashMap<>();
    Map<WeekFiles, CoarseWeekFile> missing = new LinkedHashMap<>();
    for (WeekFiles held : weeks) {
      CoarseWeekFile kept = CoarseWeekFile.of(root, held);
      kept.read().ifPresentOrElse(found -> coarse.put(held, found), () -> missing.put(held, kept));
    }
    coarse.putAll(readFiles(List.copyOf(missing.keySet())));
    missing.forEach((held, kept) -> kept.write(Objects.requireNonNull(coarse.get(held))));
    Map<WeekFiles, InstanceCoverage> heard =
        apart(weeks, new InstanceCoverageReader(coarse, goneAt).weeks());
    return weeks.stream()
        .map(
            held ->
                load(
                    held,
                    Objects.requireNonNull(coarse.get(held)),
                    Objects.requireNonNull(heard.get(held))))
        .toList();
  }

  /** Reads once more, and apart, the days of those that are silent beside others: they are few. */
  private Map<WeekFiles, InstanceCoverage> apart(
      List<WeekFiles> weeks, Map<WeekFiles, InstanceCoverage> heard) {
    List<Path> files = InstanceCoverageReader.filesApart(heard);
    if (files.isEmpty()) {
      return heard;
    }
    Map<ReviewWeek, Map<String, List<DigestLoad>>> days =
        new DigestDayReader(engine, range(weeks), weeks.get(0).week.zone()).byInstance(files);
    heard.replaceAll(
        (held, one) -> new InstanceCoverage(one.covered(), days.getOrDefault(held.week, Map.of())));
    return heard;
  }

  private static TimeRange range(List<WeekFiles> weeks) {
    return new TimeRange(
        weeks.get(0).week.range().from(), weeks.get(weeks.size() - 1).week.range().to());
  }

  private WeekLoad load(WeekFiles held, CoarseWeek coarse, InstanceCoverage heard) {
    return new WeekLoad(
        held.week,
        coverage(held, coarse.totals()),
        hourly(coarse.totals().values(), held.week.range()),
        coarse.days(),
        coarse.cpu(),
        heard);
  }

  private Map<WeekFiles, CoarseWeek> readFiles(List<WeekFiles> weeks) {
    if (weeks.isEmpty()) {
      return Map.of();
    }
    TimeRange range = range(weeks);
    List<Path> files = weeks.stream().flatMap(w -> w.files.stream()).distinct().toList();
    Map<String, double[]> totals = minutes(files, range, "series = 'total'");
    Map<String, double[]> cpu =
        minutes(files, range, "series = 'counter' AND key = 'CPU_UTILISATION'");
    Map<ReviewWeek, List<DigestLoad>> days =
        new DigestDayReader(engine, range, weeks.get(0).week.zone()).read(files);
    Map<WeekFiles, CoarseWeek> coarse = new HashMap<>();
    for (WeekFiles held : weeks) {
      coarse.put(
          held,
          new CoarseWeek(
              cut(totals, range, held.week.range()),
              cut(cpu, range, held.week.range()),
              days.getOrDefault(held.week, List.of())));
    }
    return coarse;
  }

  /** One series of every instance, by resource id. */
  private Map<String, double[]> minutes(List<Path> files, TimeRange range, String condition) {
    Map<String, double[]> series = new HashMap<>();
    String sql =
        String.join(
            "\n",
            "SELECT "
                + ArchiveSql.INSTANCE
                + ", list("
                + ArchiveSql.step(range, 60)
                + "), list(value)",
            "FROM " + engine.relation(files),
            "WHERE " + condition + " AND " + ArchiveSql.inside(range) + " GROUP BY 1");
    engine.query(
        sql,
        row -> {
          double[] values = empty(range.minutes());
          double[] minutes = row.numbers(2);
          double[] found = row.numbers(3);
          for (int i = 0; i < minutes.length; i++) {
            values[(int) minutes[i]] = found[i];
          }
          return series.put(row.string(1), values) == null;
        });
    return series;
  }

  private static double[] empty(int length) {
    double[] values = new double[length];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** The part of one week, of those that have anything in it. */
  private static Map<String, double[]> cut(
      Map<String, double[]> series, TimeRange of, TimeRange week) {
    int from = new TimeRange(of.from(), week.to()).minutes() - week.minutes();
    Map<String, double[]> parts = new HashMap<>();
    series.forEach(
        (instance, values) -> {
          double[] part = Arrays.copyOfRange(values, from, from + week.minutes());
          if (Arrays.stream(part).anyMatch(value -> !Double.isNaN(value))) {
            parts.put(instance, part);
          }
        });
    return parts;
  }

  private MinuteCoverage coverage(WeekFiles held, Map<String, double[]> totals) {
    TimeRange range = held.week.range();
    MinuteCoverage coverage = new MinuteCoverage(0, 0);
    for (Instance instance : held.cluster.instances()) {
      Instant gone = goneAt.get(Inventory.key(held.cluster.region(), instance.resourceId()));
      double[] total = totals.get(instance.resourceId());
      coverage =
          coverage.plus(
              ClusterLoadReader.coverage(
                  instance, gone, range, total == null ? empty(range.minutes()) : total));
    }
    return coverage;
  }

  /** The sum over instances of their means; an instance without data in an hour adds nothing. */
  private static double[] hourly(Iterable<double[]> totals, TimeRange range) {
    double[] hours = empty(Math.toIntExact(range.duration().toHours()));
    for (double[] total : totals) {
      for (int hour = 0; hour < hours.length; hour++) {
        double mean =
            Arrays.stream(total, hour * 60, hour * 60 + 60)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
        if (!Double.isNaN(mean)) {
          hours[hour] = mean + (Double.isNaN(hours[hour]) ? 0 : hours[hour]);
        }
      }
    }
    return hours;
  }
}
