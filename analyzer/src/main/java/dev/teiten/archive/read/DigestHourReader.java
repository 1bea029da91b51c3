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
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the digests of some weeks by hour of the review zone, summed over instances, each with the
 * part of the hour in which it ran.
 */
final class DigestHourReader {
  private final ArchiveEngine engine;
  private final List<WeekFiles> weeks;
  private final TimeRange range;
  private final ZoneId zone;

  /**
   * @param weeks of one zone, oldest first; at least one
   */
  DigestHourReader(ArchiveEngine engine, List<WeekFiles> weeks) {
    this.engine = engine;
    this.weeks = List.copyOf(weeks);
    this.range = CoarseWeekReader.span(weeks);
    this.zone = weeks.get(0).week().zone();
  }

  /** By week; days in order, digests by their id. */
  Map<ReviewWeek, DigestHourTable> read(List<Path> files) {
    Map<LocalDate, HourListBuilder> days = lived();
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

  /** The days on which an instance did not run as a whole. */
  private Map<LocalDate, HourListBuilder> lived() {
    Map<LocalDate, HourListBuilder> days = new TreeMap<>();
    for (WeekFiles week : weeks) {
      for (Instance instance : week.cluster().instances()) {
        BitSet living = week.timeline().of(instance).livingMinutes(week.range());
        for (int day = 0; day < TimeUnits.DAYS_PER_WEEK; day++) {
          LocalDate date = week.week().monday().plusDays(day);
          TimeRange hours = dayOf(date);
          int from = (int) Duration.between(week.start(), hours.from()).toMinutes();
          if (living.get(from, from + hours.minutes()).cardinality() < hours.minutes()) {
            list(days, date).lived(instance.resourceId(), parts(living, from));
          }
        }
      }
    }
    return days;
  }

  private TimeRange dayOf(LocalDate date) {
    return new TimeRange(
        date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** The part of each hour of a day, 0..1. */
  private static double[] parts(BitSet living, int from) {
    double[] parts = new double[TimeUnits.HOURS_PER_DAY];
    for (int hour = 0; hour < parts.length; hour++) {
      int begin = from + hour * TimeUnits.MINUTES_PER_HOUR;
      parts[hour] =
          living.get(begin, begin + TimeUnits.MINUTES_PER_HOUR).cardinality()
              / (double) TimeUnits.MINUTES_PER_HOUR;
    }
    return parts;
  }

  private HourListBuilder list(Map<LocalDate, HourListBuilder> days, LocalDate day) {
    return days.computeIfAbsent(
        day, date -> new HourListBuilder(date.atStartOfDay(zone).toInstant()));
  }

  private void add(Map<LocalDate, HourListBuilder> days, ArchiveRow row) {
    LocalDate day = LocalDate.ofEpochDay((long) row.number("day"));
    HourListBuilder lists = list(days, day);
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
