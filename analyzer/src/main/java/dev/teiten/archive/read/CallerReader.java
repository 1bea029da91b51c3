package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Dimension;
import dev.teiten.load.TimeRange;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the callers of a cluster's digests, over the UTC days that start within a range. */
final class CallerReader {
  private final ArchiveEngine engine;

  CallerReader(ArchiveEngine engine) {
    this.engine = engine;
  }

  /**
   * AAS by dimension, digest and caller: the mean over an instance's days that name callers, times
   * the part of the range in which it ran, summed over instances. A dimension that was not
   * collected is missing.
   *
   * @param days the files of all instances; at least one
   */
  Map<Dimension, Map<String, Map<String, Double>>> read(
      TimeRange range, List<Path> days, ClusterTimeline timeline) {
    Map<String, Double> lived = new HashMap<>();
    Map<Dimension, Map<String, Map<String, Double>>> loads = new EnumMap<>(Dimension.class);
    engine.forEach(
        sql(range, days),
        row -> {
          SeriesKind kind = SeriesKind.stored(row.text("series"));
          double share =
              lived.computeIfAbsent(
                  row.text("instance"),
                  id -> timeline.find(id).map(m -> m.livedShare(range)).orElse(1.0));
          Dimension dimension = Objects.requireNonNull(DimensionSeries.OF_DIGESTS.get(kind));
          loads
              .computeIfAbsent(dimension, d -> new HashMap<>())
              .computeIfAbsent(row.text("key"), digest -> new HashMap<>())
              .merge(row.text("detail"), share * row.number("aas"), Double::sum);
        });
    return loads;
  }

  private String sql(TimeRange range, List<Path> days) {
    return String.join(
        "\n",
        "WITH rows AS MATERIALIZED (SELECT " + ArchiveSql.INSTANCE + " AS instance,",
        "    series, key, detail, starts_at, value FROM " + engine.relation(days),
        "  WHERE " + ArchiveSql.isSeries(DimensionSeries.OF_DIGESTS.keySet()),
        "    AND " + ArchiveSql.inside(range) + "),",
        "named AS (SELECT instance, series, count(DISTINCT starts_at) AS days FROM rows GROUP BY ALL)",
        "SELECT instance, series, key, detail, sum(value / days) AS aas",
        "FROM rows JOIN named USING (instance, series)",
        "GROUP BY ALL");
  }
}
