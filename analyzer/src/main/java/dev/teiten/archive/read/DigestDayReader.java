package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
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
 * Reads the digests of a range by day of the review zone. Of the statistics only those that weeks
 * are compared by: the others are most of the rows.
 */
final class DigestDayReader {
  private static final String STATISTICS =
      Stream.of(DigestStatistic.CALLS_PER_SECOND, DigestStatistic.ROWS_EXAMINED_PER_SECOND)
          .map(statistic -> "'" + statistic + "'")
          .collect(Collectors.joining(", "));

  private final ArchiveEngine engine;
  private final TimeRange range;
  private final ZoneId zone;

  DigestDayReader(ArchiveEngine engine, TimeRange range, ZoneId zone) {
    this.engine = engine;
    this.range = range;
    this.zone = zone;
  }

  private record Key(String instance, LocalDate day, String digest) {}

  /** By week, summed over instances; days in order, digests by their id. */
  Map<ReviewWeek, List<DigestLoad>> read(List<Path> files) {
    Map<ReviewWeek, List<DigestLoad>> weeks = new HashMap<>();
    read(files, "''").forEach((week, byInstance) -> weeks.put(week, byInstance.get("")));
    return weeks;
  }

  /** By week and resource id; days in order, digests by their id. */
  Map<ReviewWeek, Map<String, List<DigestLoad>>> byInstance(List<Path> files) {
    return read(files, "instance");
  }

  /**
   * @param whose what is not summed over, in SQL
   */
  private Map<ReviewWeek, Map<String, List<DigestLoad>>> read(List<Path> files, String whose) {
    Map<Key, Map<WaitEvent, Double>> waits = new HashMap<>();
    Map<Key, Map<DigestStatistic, Double>> statistics = new HashMap<>();
    Map<Key, Double> loads = new LinkedHashMap<>();
    engine.query(
        sql(files, whose),
        row -> {
          LocalDate day = LocalDate.ofEpochDay((long) row.number(1));
          Key key = new Key(row.string(6), day, row.string(3));
          double value = row.number(5);
          switch (row.string(2)) {
            case "hour_digest" -> loads.put(key, value);
            case "hour_digest_wait" ->
                waits
                    .computeIfAbsent(key, k -> new HashMap<>())
                    .put(new WaitEvent(row.string(4)), value);
            default ->
                statistics
                    .computeIfAbsent(key, k -> new EnumMap<>(DigestStatistic.class))
                    .put(DigestStatistic.valueOf(row.string(4)), value);
          }
          return true;
        });
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
    return new ReviewWeek(day.minusDays(day.getDayOfWeek().getValue() - 1L), zone);
  }

  /**
   * Per instance and day: the sum over the hours divided by the hours asked for (an hour that does
   * not name a digest counts as none of it); then summed over what is not {@code whose}.
   */
  private String sql(List<Path> files, String whose) {
    return String.join(
        "\n",
        "WITH sums AS MATERIALIZED (SELECT " + ArchiveSql.INSTANCE + " AS instance,",
        "    " + ArchiveSql.localDay(range, zone) + " AS day, series, key, detail,",
        "    sum(value) AS total, count(*) AS hours",
        "  FROM " + engine.relation(files),
        "  WHERE (series IN ('hour', 'hour_digest', 'hour_digest_wait')",
        "    OR (series = 'hour_statistic' AND detail IN (" + STATISTICS + ")))",
        "    AND " + ArchiveSql.inside(range) + " GROUP BY ALL),",
        "asked AS (SELECT instance, day, hours FROM sums WHERE series = 'hour')",
        "SELECT day, series, key, detail, sum(total / asked.hours), " + whose,
        "FROM sums JOIN asked USING (instance, day) WHERE series <> 'hour'",
        "GROUP BY ALL ORDER BY day, key");
  }
}
