package dev.teiten.archive;

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

/** Reads the digests of a range by day of the review zone, summed over instances. */
final class DigestDayReader {
  private final ArchiveEngine engine;
  private final TimeRange range;
  private final ZoneId zone;

  DigestDayReader(ArchiveEngine engine, TimeRange range, ZoneId zone) {
    this.engine = engine;
    this.range = range;
    this.zone = zone;
  }

  private record Key(LocalDate day, String digest) {}

  /** By week; days in order, digests by their id. */
  Map<ReviewWeek, List<DigestLoad>> read(List<Path> files) {
    Map<Key, Map<WaitEvent, Double>> waits = new HashMap<>();
    Map<Key, Map<DigestStatistic, Double>> statistics = new HashMap<>();
    Map<Key, Double> loads = new LinkedHashMap<>();
    engine.query(
        sql(files),
        row -> {
          Key key = new Key(LocalDate.ofEpochDay((long) row.number(1)), row.string(3));
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
    Map<ReviewWeek, List<DigestLoad>> weeks = new HashMap<>();
    loads.forEach(
        (key, load) ->
            weeks
                .computeIfAbsent(week(key.day), w -> new ArrayList<>())
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
   * not name a digest counts as none of it); then summed over instances. Latency is weighed by
   * calls.
   */
  private String sql(List<Path> files) {
    return String.join(
        "\n",
        "WITH rows AS MATERIALIZED (SELECT " + ArchiveSql.INSTANCE + " AS instance, starts_at,",
        "    " + ArchiveSql.localDay(range, zone) + " AS day, series, key, detail, value",
        "  FROM " + engine.relation(files),
        "  WHERE series IN ('hour', 'hour_digest', 'hour_digest_wait', 'hour_statistic') AND "
            + ArchiveSql.inside(range)
            + "),",
        "asked AS (SELECT instance, day, count(*) AS hours FROM rows WHERE series = 'hour' GROUP BY ALL),",
        "sums AS (SELECT instance, day, series, key, detail, sum(value) AS total FROM rows",
        "  WHERE series <> 'hour' AND detail <> 'LATENCY_SECONDS' GROUP BY ALL),",
        "rates AS (SELECT day, series, key, detail, sum(total / hours) AS value",
        "  FROM sums JOIN asked USING (instance, day) GROUP BY ALL),",
        "calls AS (SELECT instance, day, starts_at, key,",
        "    max(value) FILTER (WHERE detail = 'CALLS_PER_SECOND') AS calls,",
        "    max(value) FILTER (WHERE detail = 'LATENCY_SECONDS') AS latency",
        "  FROM rows WHERE series = 'hour_statistic'",
        "    AND detail IN ('CALLS_PER_SECOND', 'LATENCY_SECONDS') GROUP BY ALL),",
        "latencies AS (SELECT day, 'hour_statistic' AS series, key, 'LATENCY_SECONDS' AS detail,",
        "    sum(latency * calls) / sum(calls) AS value",
        "  FROM calls WHERE calls > 0 AND latency IS NOT NULL GROUP BY day, key)",
        "SELECT day, series, key, detail, value",
        "FROM (FROM rates UNION ALL FROM latencies) ORDER BY 1, 3");
  }
}
