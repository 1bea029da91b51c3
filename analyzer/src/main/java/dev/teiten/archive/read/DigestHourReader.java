package dev.teiten.archive.read;

import static dev.teiten.source.SourceSeries.SeriesKind.HOUR;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_DIGEST;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_OTHER;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_STATISTIC;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveRow;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.DigestDayHours;
import dev.teiten.load.DigestHourTable;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.HourListBuilder;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the digests of a range by hour of the review zone, summed over instances. */
final class DigestHourReader {
  private final ArchiveEngine engine;
  private final TimeRange range;
  private final ZoneId zone;

  DigestHourReader(ArchiveEngine engine, TimeRange range, ZoneId zone) {
    this.engine = engine;
    this.range = range;
    this.zone = zone;
  }

  /** By week; days in order, digests by their id. */
  Map<ReviewWeek, DigestHourTable> read(List<Path> files) {
    Map<LocalDate, HourListBuilder> days = new TreeMap<>();
    engine.forEach(sql(files), row -> add(days, row));
    Map<ReviewWeek, List<DigestDayHours>> digests = new HashMap<>();
    Map<ReviewWeek, double[]> limits = new HashMap<>();
    days.forEach(
        (day, lists) -> {
          ReviewWeek week = ReviewWeek.of(day, zone);
          digests.computeIfAbsent(week, w -> new ArrayList<>()).addAll(lists.digests());
          double[] ofWeek = limits.computeIfAbsent(week, w -> new double[TimeUnits.DAYS_PER_WEEK]);
          ofWeek[day.getDayOfWeek().ordinal()] = lists.limitAas();
        });
    Map<ReviewWeek, DigestHourTable> tables = new HashMap<>();
    limits.forEach(
        (week, limit) ->
            tables.put(week, new DigestHourTable(digests.getOrDefault(week, List.of()), limit)));
    return tables;
  }

  private void add(Map<LocalDate, HourListBuilder> days, ArchiveRow row) {
    LocalDate day = LocalDate.ofEpochDay((long) row.number("day"));
    HourListBuilder lists =
        days.computeIfAbsent(day, date -> new HourListBuilder(date.atStartOfDay(zone).toInstant()));
    long midnight = Duration.between(range.from(), day.atStartOfDay(zone).toInstant()).toHours();
    String instance = row.text("instance");
    SeriesKind kind = SeriesKind.stored(row.text("series"));
    double[] steps = row.numbers("hours");
    double[] values = row.numbers("loads");
    for (int i = 0; i < steps.length; i++) {
      int hour = (int) Math.max(0, Math.min(TimeUnits.HOURS_PER_DAY - 1, steps[i] - midnight));
      switch (kind) {
        case HOUR -> lists.asked(instance, hour);
        case HOUR_OTHER -> lists.other(instance, hour, values[i]);
        case HOUR_DIGEST -> lists.load(instance, hour, row.text("key"), values[i]);
        default -> lists.calls(instance, hour, row.text("key"), values[i]);
      }
    }
  }

  private String sql(List<Path> files) {
    return String.join(
        "\n",
        "SELECT " + ArchiveSql.INSTANCE + " AS instance,",
        "  " + ArchiveSql.localDay(range, zone) + " AS day, series, key,",
        "  list(" + ArchiveSql.step(range, Duration.ofHours(1)) + ") AS hours,",
        "  list(value) AS loads",
        "FROM " + engine.relation(files),
        "WHERE (" + ArchiveSql.isSeries(HOUR, HOUR_OTHER, HOUR_DIGEST),
        "  OR (" + ArchiveSql.isSeries(HOUR_STATISTIC),
        "    AND detail = '" + DigestStatistic.CALLS_PER_SECOND + "'))",
        "  AND " + ArchiveSql.inside(range),
        "GROUP BY ALL ORDER BY instance, day, series, key");
  }
}
