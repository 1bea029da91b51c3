package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.archive.files.InstanceKey;
import dev.teiten.load.Cluster;
import dev.teiten.load.Instance;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.TimeRange;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the minutes that the archive has of a cluster, by hour. */
public final class HourlyCoverageReader {
  private static final Duration HOUR = Duration.ofHours(1);

  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final Map<InstanceKey, Instant> goneAt;

  private record InstanceHour(String resourceId, Instant hour) {}

  /**
   * @param goneAt when each departed instance was known to be gone
   */
  public HourlyCoverageReader(
      ArchiveFiles files, ArchiveEngine engine, Map<InstanceKey, Instant> goneAt) {
    this.files = files;
    this.engine = engine;
    this.goneAt = goneAt;
  }

  /**
   * The coverage of every hour of the range, including hours without data.
   *
   * @param cluster the instances that are expected
   */
  public Map<Instant, MinuteCoverage> hours(Cluster cluster, TimeRange range) {
    Map<InstanceHour, Long> observed = observed(cluster, range);
    Map<String, ExpectedMinutes> expected = expected(cluster);
    Map<Instant, MinuteCoverage> hours = new TreeMap<>();
    Instant hour = range.from();
    while (hour.isBefore(range.to())) {
      Instant next = hour.plus(HOUR).isAfter(range.to()) ? range.to() : hour.plus(HOUR);
      TimeRange part = new TimeRange(hour, next);
      MinuteCoverage sum = new MinuteCoverage(0, 0);
      for (Map.Entry<String, ExpectedMinutes> instance : expected.entrySet()) {
        long minutes = observed.getOrDefault(new InstanceHour(instance.getKey(), hour), 0L);
        sum = sum.plus(instance.getValue().coverage(part, minutes));
      }
      hours.put(hour, sum);
      hour = next;
    }
    return hours;
  }

  private Map<String, ExpectedMinutes> expected(Cluster cluster) {
    Map<String, ExpectedMinutes> expected = new HashMap<>();
    for (Instance instance : cluster.instances()) {
      InstanceKey key = new InstanceKey(cluster.region(), instance.resourceId());
      expected.put(instance.resourceId(), ExpectedMinutes.of(instance, goneAt.get(key)));
    }
    return expected;
  }

  private Map<InstanceHour, Long> observed(Cluster cluster, TimeRange range) {
    List<Path> days = new ArrayList<>();
    for (Instance instance : cluster.instances()) {
      days.addAll(files.days(cluster.region(), cluster.identifier(), instance.resourceId(), range));
    }
    Map<InstanceHour, Long> observed = new HashMap<>();
    if (!days.isEmpty()) {
      engine.forEach(
          sql(range, days),
          row -> {
            Instant hour = range.from().plus(HOUR.multipliedBy((long) row.number("hour")));
            observed.put(
                new InstanceHour(row.text("instance"), hour), (long) row.number("minutes"));
          });
    }
    return observed;
  }

  private String sql(TimeRange range, List<Path> days) {
    return String.join(
        "\n",
        "SELECT " + ArchiveSql.INSTANCE + " AS instance,",
        "  " + ArchiveSql.step(range, HOUR) + " AS hour, count(*) AS minutes",
        "FROM " + engine.relation(days),
        "WHERE " + ArchiveSql.isSeries(SeriesKind.TOTAL) + " AND " + ArchiveSql.inside(range),
        "GROUP BY ALL");
  }
}
