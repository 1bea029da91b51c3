package dev.teiten.archive.read;

import static dev.teiten.source.SourceSeries.SeriesKind.HOUR;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_DIGEST;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_DIGEST_WAIT;
import static dev.teiten.source.SourceSeries.SeriesKind.HOUR_STATISTIC;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Instance;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the digests of a range by day of the review zone. It reads only the statistics that the
 * comparison of weeks needs, since the other statistics are most of the rows.
 */
final class DigestDayReader {
  private static final String SUM_OF_INSTANCES = "''";

  private static final String STATISTICS =
      Stream.of(DigestStatistic.CALLS_PER_SECOND, DigestStatistic.ROWS_EXAMINED_PER_SECOND)
          .map(statistic -> "'" + statistic + "'")
          .collect(Collectors.joining(", "));

  private final ArchiveEngine engine;
  private final List<WeekFiles> weeks;
  private final TimeRange range;
  private final ZoneId zone;

  /**
   * @param weeks of one zone, oldest first; at least one
   */
  DigestDayReader(ArchiveEngine engine, List<WeekFiles> weeks) {
    this.engine = engine;
    this.weeks = List.copyOf(weeks);
    this.range = CoarseWeekReader.span(weeks);
    this.zone = weeks.get(0).week().zone();
  }

  private record DigestKey(String instance, LocalDate day, String digest) {}

  /** By week, summed over instances; days in order, digests by their id. */
  Map<ReviewWeek, List<DigestLoad>> read(List<Path> files) {
    Map<ReviewWeek, List<DigestLoad>> weeks = new HashMap<>();
    read(files, SUM_OF_INSTANCES)
        .forEach((week, byInstance) -> weeks.put(week, byInstance.get("")));
    return weeks;
  }

  /** By week and resource id; days in order, digests by their id. */
  Map<ReviewWeek, Map<String, List<DigestLoad>>> byInstance(List<Path> files) {
    return read(files, "instance");
  }

  /**
   * @param instance an SQL expression for the instance that a load is counted for
   */
  private Map<ReviewWeek, Map<String, List<DigestLoad>>> read(List<Path> files, String instance) {
    Map<DigestKey, Map<WaitEvent, Double>> waits = new HashMap<>();
    Map<DigestKey, Map<DigestStatistic, Double>> statistics = new HashMap<>();
    Map<DigestKey, Double> loads = new LinkedHashMap<>();
    engine.forEach(
        sql(files, instance),
        row -> {
          LocalDate day = LocalDate.ofEpochDay((long) row.number("day"));
          DigestKey key = new DigestKey(row.text("instance"), day, row.text("key"));
          String detail = row.text("detail");
          double value = row.number("value");
          switch (SeriesKind.stored(row.text("series"))) {
            case HOUR_DIGEST -> loads.put(key, value);
            case HOUR_DIGEST_WAIT ->
                waits.computeIfAbsent(key, k -> new HashMap<>()).put(new WaitEvent(detail), value);
            default ->
                statistics
                    .computeIfAbsent(key, k -> new EnumMap<>(DigestStatistic.class))
                    .put(DigestStatistic.valueOf(detail), value);
          }
        });
    return byWeek(loads, waits, statistics);
  }

  private Map<ReviewWeek, Map<String, List<DigestLoad>>> byWeek(
      Map<DigestKey, Double> loads,
      Map<DigestKey, Map<WaitEvent, Double>> waits,
      Map<DigestKey, Map<DigestStatistic, Double>> statistics) {
    Map<ReviewWeek, Map<String, List<DigestLoad>>> weeks = new HashMap<>();
    loads.forEach(
        (key, load) ->
            weeks
                .computeIfAbsent(week(key.day), w -> new HashMap<>())
                .computeIfAbsent(key.instance, i -> new ArrayList<>())
                .add(
                    new DigestLoad(
                        key.day.atStartOfDay(zone).toInstant(),
                        key.digest,
                        load,
                        waits.getOrDefault(key, Map.of()),
                        statistics.getOrDefault(key, Map.of()))));
    return weeks;
  }

  private ReviewWeek week(LocalDate day) {
    return ReviewWeek.of(day, zone);
  }

  /**
   * Per instance and day: the sum over the hours divided by the hours asked for, since an hour that
   * does not name a digest counts as 0; times the part of the day in which the instance ran. Then
   * the sum over instances, or none.
   */
  private String sql(List<Path> files, String instance) {
    return String.join(
        "\n",
        "WITH sums AS MATERIALIZED (SELECT " + ArchiveSql.INSTANCE + " AS instance,",
        "    " + ArchiveSql.localDay(range, zone) + " AS day, series, key, detail,",
        "    sum(value) AS total, count(*) AS hours",
        "  FROM " + engine.relation(files),
        "  WHERE (" + ArchiveSql.isSeries(HOUR, HOUR_DIGEST, HOUR_DIGEST_WAIT),
        "    OR (" + ArchiveSql.isSeries(HOUR_STATISTIC) + " AND detail IN (" + STATISTICS + ")))",
        "    AND " + ArchiveSql.inside(range) + " GROUP BY ALL),",
        "asked AS (SELECT instance, day, hours FROM sums WHERE " + ArchiveSql.isSeries(HOUR) + "),",
        "lived AS (SELECT * FROM (VALUES " + livedParts() + ") AS parts(instance, day, part))",
        "SELECT day, series, key, detail,",
        "  sum(total / asked.hours * coalesce(part, 1)) AS value,",
        "  " + instance + " AS instance",
        "FROM sums JOIN asked USING (instance, day) LEFT JOIN lived USING (instance, day)",
        "WHERE NOT " + ArchiveSql.isSeries(HOUR) + " AND coalesce(part, 1) > 0",
        "GROUP BY ALL ORDER BY day, key");
  }

  /** The days that an instance did not run as a whole, as rows of SQL; at least one row. */
  private String livedParts() {
    List<String> rows = new ArrayList<>(List.of("('', 0, 1.0::DOUBLE)"));
    for (WeekFiles week : weeks) {
      for (Instance instance : week.cluster().instances()) {
        MemberTimeline member = week.timeline().of(instance);
        for (int day = 0; day < TimeUnits.DAYS_PER_WEEK; day++) {
          LocalDate date = week.week().monday().plusDays(day);
          TimeRange hours =
              new TimeRange(
                  date.atStartOfDay(zone).toInstant(),
                  date.plusDays(1).atStartOfDay(zone).toInstant());
          double part = member.livedShare(hours);
          if (part < 1) {
            String id = ArchiveSql.literal(instance.resourceId());
            rows.add("(" + id + ", " + date.toEpochDay() + ", " + part + ")");
          }
        }
      }
    }
    return String.join(", ", rows);
  }
}
