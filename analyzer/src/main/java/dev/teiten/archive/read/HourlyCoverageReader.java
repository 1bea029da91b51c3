package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.archive.files.Inventory;
import dev.teiten.load.Cluster;
import dev.teiten.load.Instance;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the minutes that the archive has of a cluster, by hour. */
public final class HourlyCoverageReader {
  private static final int HOUR = 3600;

  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final Map<String, Instant> goneAt;

  /**
   * @param goneAt by {@link Inventory#key}, since when an instance is known to be gone
   */
  public HourlyCoverageReader(
      ArchiveFiles files, ArchiveEngine engine, Map<String, Instant> goneAt) {
    this.files = files;
    this.engine = engine;
    this.goneAt = goneAt;
  }

  /**
   * Every hour of the range, also those without data.
   *
   * @param cluster the instances that are expected
   */
  public Map<Instant, MinuteCoverage> hours(Cluster cluster, TimeRange range) {
    Map<Instant, long[]> observed = observed(cluster, range);
    Map<Instant, MinuteCoverage> hours = new TreeMap<>();
    Instant hour = range.from();
    while (hour.isBefore(range.to())) {
      Instant next =
          hour.plusSeconds(HOUR).isAfter(range.to()) ? range.to() : hour.plusSeconds(HOUR);
      long seen = observed.getOrDefault(hour, new long[1])[0];
      long expected = 0;
      for (Instance instance : cluster.instances()) {
        expected += expectedMinutes(cluster.region(), instance, new TimeRange(hour, next));
      }
      hours.put(hour, new MinuteCoverage(seen, Math.max(expected, seen)));
      hour = next;
    }
    return hours;
  }

  private Map<Instant, long[]> observed(Cluster cluster, TimeRange range) {
    Map<Instant, long[]> observed = new TreeMap<>();
    List<Path> all = new ArrayList<>();
    for (Instance instance : cluster.instances()) {
      all.addAll(files.days(cluster.region(), cluster.identifier(), instance.resourceId(), range));
    }
    if (!all.isEmpty()) {
      String sql =
          "SELECT "
              + ArchiveSql.step(range, HOUR)
              + ", count(*) FROM "
              + engine.relation(all)
              + " WHERE series = 'total' AND "
              + ArchiveSql.inside(range)
              + " GROUP BY 1";
      engine.query(
          sql,
          row ->
              observed.put(
                  range.from().plusSeconds(HOUR * (long) row.number(1)),
                  new long[] {(long) row.number(2)}));
    }
    return observed;
  }

  /** An instance is expected from its creation on, until it is known to be gone. */
  private long expectedMinutes(String region, Instance instance, TimeRange range) {
    Instant created = instance.createdAt();
    Instant gone = goneAt.get(Inventory.key(region, instance.resourceId()));
    Instant from = created != null && created.isAfter(range.from()) ? created : range.from();
    Instant to = gone != null && gone.isBefore(range.to()) ? gone : range.to();
    return from.isBefore(to)
        ? Duration.between(from.truncatedTo(ChronoUnit.MINUTES), to).toMinutes()
        : 0;
  }
}
