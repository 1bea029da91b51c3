package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveSql;
import dev.teiten.archive.files.InstanceFiles;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.Instance;
import dev.teiten.load.MemberTimeline;
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

  private final InstanceFiles files;
  private final ArchiveEngine engine;

  private record InstanceHour(String resourceId, Instant hour) {}

  public HourlyCoverageReader(InstanceFiles files, ArchiveEngine engine) {
    this.files = files;
    this.engine = engine;
  }

  /**
   * The coverage of every hour of the range, including hours without data.
   *
   * @param cluster the instances of the range
   * @param timeline the members that are expected
   */
  public Map<Instant, MinuteCoverage> hours(
      Cluster cluster, ClusterTimeline timeline, TimeRange range) {
    Map<InstanceHour, Long> observed = observed(cluster, range);
    List<MemberTimeline> members = new ArrayList<>(timeline.unseen(range));
    cluster.instances().forEach(instance -> members.add(timeline.of(instance)));
    Map<Instant, MinuteCoverage> hours = new TreeMap<>();
    Instant hour = range.from();
    while (hour.isBefore(range.to())) {
      Instant next = hour.plus(HOUR).isAfter(range.to()) ? range.to() : hour.plus(HOUR);
      TimeRange part = new TimeRange(hour, next);
      MinuteCoverage sum = new MinuteCoverage(0, 0);
      for (MemberTimeline member : members) {
        String id = member.instance().resourceId();
        boolean isMember = member.membership().contains(hour);
        long minutes = isMember ? observed.getOrDefault(new InstanceHour(id, hour), 0L) : 0;
        sum = sum.plus(member.coverage(part, minutes));
      }
      hours.put(hour, sum);
      hour = next;
    }
    return hours;
  }

  private Map<InstanceHour, Long> observed(Cluster cluster, TimeRange range) {
    List<Path> days = new ArrayList<>();
    for (Instance instance : cluster.instances()) {
      days.addAll(files.days(cluster.region(), instance, range));
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
