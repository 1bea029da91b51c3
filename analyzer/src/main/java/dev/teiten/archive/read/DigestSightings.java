package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the instances and hours in which digests were seen, to request their texts there. */
public final class DigestSightings {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;

  public DigestSightings(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  /**
   * A digest on an instance.
   *
   * @param hour the start of the newest hour in which it was seen
   */
  public record Sighting(String digest, MonitoredInstance instance, Instant hour) {
    /** The hour as a range. */
    public TimeRange range() {
      return new TimeRange(hour, hour.plus(Duration.ofHours(1)));
    }
  }

  /**
   * The newest sighting of each digest that has no full text, or lacks findings about its literals;
   * by digest.
   *
   * @param texts by digest
   */
  public List<Sighting> unread(
      Collection<MonitoredInstance> instances, TimeRange range, Map<String, StatementText> texts) {
    List<Path> days = new ArrayList<>();
    Map<String, MonitoredInstance> byId = new HashMap<>();
    for (MonitoredInstance i : instances) {
      byId.put(i.instance().resourceId(), i);
      days.addAll(files.days(i.region(), i.cluster(), i.instance().resourceId(), range));
    }
    Map<String, Sighting> newest = new TreeMap<>();
    for (Sighting sighting : days.isEmpty() ? List.<Sighting>of() : read(days, range, byId)) {
      StatementText text = texts.get(sighting.digest);
      if (text == null || !text.complete() || text.findings() == null) {
        newest.merge(sighting.digest, sighting, (a, b) -> b.hour.isAfter(a.hour) ? b : a);
      }
    }
    return List.copyOf(newest.values());
  }

  private List<Sighting> read(
      List<Path> days, TimeRange range, Map<String, MonitoredInstance> byId) {
    List<Sighting> sightings = new ArrayList<>();
    engine.forEach(
        sql(days, range),
        row -> {
          MonitoredInstance instance = byId.get(row.text("instance"));
          Instant hour = row.instantOrNull("hour");
          if (instance != null && hour != null) {
            sightings.add(new Sighting(row.text("key"), instance, hour));
          }
        });
    return sightings;
  }

  private String sql(List<Path> days, TimeRange range) {
    return String.join(
        "\n",
        "SELECT key, " + ArchiveSql.INSTANCE + " AS instance, max(starts_at) AS hour",
        "FROM " + engine.relation(days),
        "WHERE " + ArchiveSql.isSeries(SeriesKind.HOUR_DIGEST) + " AND " + ArchiveSql.inside(range),
        "GROUP BY 1, 2 ORDER BY 1, 2");
  }
}
