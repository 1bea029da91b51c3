package dev.teiten.archive;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the digests by hour of one instance. */
final class HourReader {
  private final ArchiveEngine engine;
  private final TimeRange range;

  HourReader(ArchiveEngine engine, TimeRange range) {
    this.engine = engine;
    this.range = range;
  }

  List<DigestLoad> read(List<Path> days) {
    if (days.isEmpty()) {
      return List.of();
    }
    Map<Long, Map<String, Parts>> hours = new TreeMap<>();
    engine.query(sql(days), row -> collect(hours, row));
    List<DigestLoad> loads = new ArrayList<>();
    hours.forEach(
        (hour, digests) ->
            digests.forEach(
                (digest, parts) -> loads.add(parts.at(Instant.ofEpochSecond(hour), digest))));
    return loads;
  }

  /** Lists, since a string read for each row costs more than everything else here. */
  private String sql(List<Path> days) {
    return "SELECT series, key, detail, list(epoch(starts_at)::BIGINT), list(value) FROM "
        + engine.relation(days)
        + " WHERE series IN ('hour_digest', 'hour_digest_wait', 'hour_statistic') AND "
        + ArchiveSql.inside(range)
        + " GROUP BY ALL";
  }

  private static boolean collect(Map<Long, Map<String, Parts>> hours, ArchiveEngine.Row row) {
    String series = row.string(1);
    String digest = row.string(2);
    String detail = row.string(3);
    Object[] starts = row.list(4);
    Object[] values = row.list(5);
    for (int i = 0; i < starts.length; i++) {
      hours
          .computeIfAbsent(((Number) starts[i]).longValue(), h -> new TreeMap<>())
          .computeIfAbsent(digest, d -> new Parts())
          .add(series, detail, ((Number) values[i]).doubleValue());
    }
    return true;
  }

  /** One digest in one hour, while its rows come in. */
  private static final class Parts {
    private double loadAas;
    private final Map<WaitEvent, Double> waits = new HashMap<>();
    private final Map<DigestStatistic, Double> statistics = new EnumMap<>(DigestStatistic.class);

    void add(String series, String detail, double value) {
      switch (series) {
        case "hour_digest" -> loadAas = value;
        case "hour_digest_wait" -> waits.put(new WaitEvent(detail), value);
        default -> statistics.put(DigestStatistic.valueOf(detail), value);
      }
    }

    DigestLoad at(Instant hour, String digest) {
      return new DigestLoad(hour, digest, loadAas, waits, statistics);
    }
  }
}
