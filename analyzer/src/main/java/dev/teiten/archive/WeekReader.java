package dev.teiten.archive;

import dev.teiten.load.Cluster;
import dev.teiten.load.Coverage;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.WaitEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a week coarsely: digests by day, total load by hour, CPU utilization by minute. */
final class WeekReader {
  private final ArchiveEngine engine;
  private final Cluster cluster;
  private final Map<String, Instant> goneAt;

  WeekReader(ArchiveEngine engine, Cluster cluster, Map<String, Instant> goneAt) {
    this.engine = engine;
    this.cluster = cluster;
    this.goneAt = goneAt;
  }

  /**
   * @param days the files of the week by resource id; at least one
   */
  WeekLoad read(ReviewWeek week, Map<String, List<Path>> days) {
    List<Path> files = days.values().stream().flatMap(List::stream).toList();
    Map<String, double[]> totals = minutes(files, week, "series = 'total'");
    Map<String, double[]> cpu =
        minutes(files, week, "series = 'counter' AND key = 'CPU_UTILISATION'");
    Coverage coverage = new Coverage(0, 0);
    for (Instance instance : cluster.instances()) {
      Instant gone = goneAt.get(Inventory.key(cluster.region(), instance.resourceId()));
      double[] total = totals.getOrDefault(instance.resourceId(), empty(week.range().minutes()));
      coverage = coverage.plus(ClusterLoadReader.coverage(instance, gone, week.range(), total));
    }
    return new WeekLoad(week, coverage, hourlyTotal(files, week), digestDays(files, week), cpu);
  }

  /** One series of every instance, by resource id. */
  private Map<String, double[]> minutes(List<Path> files, ReviewWeek week, String condition) {
    Map<String, double[]> series = new HashMap<>();
    String sql =
        String.join(
            "\n",
            "SELECT "
                + ArchiveSql.INSTANCE
                + ", list("
                + ArchiveSql.step(week.range(), 60)
                + "), list(value)",
            "FROM " + engine.relation(files),
            "WHERE " + condition + " AND " + ArchiveSql.inside(week.range()) + " GROUP BY 1");
    engine.query(
        sql,
        row -> {
          double[] values = empty(week.range().minutes());
          Object[] minutes = row.list(2);
          Object[] found = row.list(3);
          for (int i = 0; i < minutes.length; i++) {
            values[((Number) minutes[i]).intValue()] = ((Number) found[i]).doubleValue();
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

  /** The sum over instances of their means; an instance without data in an hour adds nothing. */
  private double[] hourlyTotal(List<Path> files, ReviewWeek week) {
    double[] hours = empty(Math.toIntExact(week.range().duration().toHours()));
    String sql =
        String.join(
            "\n",
            "SELECT hour, sum(load) FROM (",
            "  SELECT "
                + ArchiveSql.step(week.range(), 3600)
                + " AS hour, filename, avg(value) AS load",
            "  FROM " + engine.relation(files),
            "  WHERE series = 'total' AND "
                + ArchiveSql.inside(week.range())
                + " GROUP BY ALL) GROUP BY hour");
    engine.query(
        sql,
        row -> {
          hours[(int) row.number(1)] = row.number(2);
          return true;
        });
    return hours;
  }

  private List<DigestLoad> digestDays(List<Path> files, ReviewWeek week) {
    Map<List<Object>, Map<WaitEvent, Double>> waits = new HashMap<>();
    Map<List<Object>, Map<DigestStatistic, Double>> statistics = new HashMap<>();
    Map<List<Object>, Double> loads = new LinkedHashMap<>();
    engine.query(
        digestDaysSql(files, week),
        row -> {
          List<Object> key = List.of((long) row.number(1), row.string(3));
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
    return loads.entrySet().stream()
        .map(
            e ->
                new DigestLoad(
                    Instant.ofEpochSecond((Long) e.getKey().get(0)),
                    (String) e.getKey().get(1),
                    e.getValue(),
                    waits.getOrDefault(e.getKey(), Map.of()),
                    statistics.getOrDefault(e.getKey(), Map.of())))
        .toList();
  }

  /**
   * Per instance and day: the sum over the hours divided by the hours asked for (an hour that does
   * not name a digest counts as none of it); then summed over instances. Latency is weighed by
   * calls.
   */
  private String digestDaysSql(List<Path> files, ReviewWeek week) {
    return String.join(
        "\n",
        "WITH rows AS (SELECT " + ArchiveSql.INSTANCE + " AS instance, starts_at, series, key,",
        "    detail, value, date_trunc('day', (starts_at AT TIME ZONE 'UTC') AT TIME ZONE '"
            + week.zone()
            + "') AS day",
        "  FROM " + engine.relation(files),
        "  WHERE series IN ('hour', 'hour_digest', 'hour_digest_wait', 'hour_statistic') AND "
            + ArchiveSql.inside(week.range())
            + "),",
        "asked AS (SELECT instance, day, count(*) AS hours FROM rows WHERE series = 'hour' GROUP BY ALL),",
        "calls AS (SELECT instance, starts_at, key, value AS calls FROM rows",
        "  WHERE series = 'hour_statistic' AND detail = 'CALLS_PER_SECOND'),",
        "rates AS (SELECT day, series, key, detail, sum(value / hours) AS value",
        "  FROM rows JOIN asked USING (instance, day)",
        "  WHERE series <> 'hour' AND detail <> 'LATENCY_SECONDS' GROUP BY ALL),",
        "latencies AS (SELECT day, series, key, detail, sum(value * calls) / sum(calls) AS value",
        "  FROM rows JOIN calls USING (instance, starts_at, key)",
        "  WHERE detail = 'LATENCY_SECONDS' AND calls > 0 GROUP BY ALL)",
        "SELECT epoch((day AT TIME ZONE '"
            + week.zone()
            + "'))::BIGINT, series, key, detail, value",
        "FROM (FROM rates UNION ALL FROM latencies) ORDER BY 1, 3");
  }
}
