package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds where digests were seen, so that their texts can be asked for there. */
public final class DigestSightings {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;

  public DigestSightings(ArchiveFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  /** A digest, and the newest hour that it was seen in. */
  public record Sighting(String digest, MonitoredInstance instance, Instant hour) {
    public TimeRange range() {
      return new TimeRange(hour, hour.plus(Duration.ofHours(1)));
    }
  }

  /** Those whose text is not known in full, one of each, by digest. */
  public List<Sighting> unread(
      Collection<MonitoredInstance> instances, TimeRange range, Map<String, StatementText> known) {
    List<Path> days = new ArrayList<>();
    Map<String, MonitoredInstance> byId = new HashMap<>();
    for (MonitoredInstance i : instances) {
      byId.put(i.instance().resourceId(), i);
      days.addAll(files.days(i.region(), i.cluster(), i.instance().resourceId(), range));
    }
    Map<String, Sighting> newest = new TreeMap<>();
    for (Sighting sighting : days.isEmpty() ? List.<Sighting>of() : read(days, range, byId)) {
      StatementText text = known.get(sighting.digest);
      if (text == null || !text.complete()) {
        newest.merge(sighting.digest, sighting, (a, b) -> b.hour.isAfter(a.hour) ? b : a);
      }
    }
    return List.copyOf(newest.values());
  }

  private List<Sighting> read(
      List<Path> days, TimeRange range, Map<String, MonitoredInstance> byId) {
    String sql =
        "SELECT key, "
            + ArchiveSql.INSTANCE
            + ", epoch(max(starts_at))::BIGINT FROM "
            + engine.relation(days)
            + " WHERE series = 'hour_digest' AND "
            + ArchiveSql.inside(range)
            + " GROUP BY 1, 2 ORDER BY 1, 2";
    List<Sighting> sightings = new ArrayList<>();
    engine.query(
        sql,
        row -> {
          MonitoredInstance instance = byId.get(row.string(2));
          return instance != null
              && sightings.add(
                  new Sighting(
                      row.string(1), instance, Instant.ofEpochSecond((long) row.number(3))));
        });
    return sightings;
  }
}
