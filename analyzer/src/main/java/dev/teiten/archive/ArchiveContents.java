package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.InstanceFiles;
import dev.teiten.archive.files.UnreadTable;
import dev.teiten.archive.read.DigestSightings;
import dev.teiten.archive.read.DimensionReader;
import dev.teiten.archive.read.HourlyCoverageReader;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.Instance;
import dev.teiten.load.MemberTimeline;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.UnreadInstance;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days, weeks and minutes that the archive holds, and the instances that it does not read. */
public final class ArchiveContents {
  private final InstanceFiles days;
  private final ArchiveEngine engine;
  private final ClusterInventory clusters;
  private final UnreadTable unread;

  ArchiveContents(
      ArchiveFiles files, InstanceFiles days, ArchiveEngine engine, ClusterInventory clusters) {
    this.days = days;
    this.engine = engine;
    this.clusters = clusters;
    this.unread = new UnreadTable(files, engine);
  }

  /** Keeps the instances of other engines at a place, all that it has. */
  public void addUnread(String place, List<UnreadInstance> seen, Instant now) {
    unread.add(place, seen, now);
  }

  /** The instances of other engines, as they were last seen. */
  public List<UnreadInstance> unread() {
    return unread.instances();
  }

  /**
   * The newest sighting of each digest that has no full text, or lacks findings.
   *
   * @param statements the best text of every digest
   */
  public List<DigestSightings.Sighting> unreadDigests(
      Collection<MonitoredInstance> instances,
      TimeRange range,
      Map<String, StatementText> statements) {
    return new DigestSightings(days, engine).unread(instances, range, statements);
  }

  /** The days (UTC) that the archive has of an instance. */
  public List<LocalDate> days(Cluster cluster, Instance instance) {
    return days.daysOf(cluster.region(), instance);
  }

  /** Whether there is a file of any instance of a cluster in a range, damaged ones included. */
  public boolean hasDays(Cluster cluster, TimeRange range) {
    Cluster members = over(cluster, range);
    return members.instances().stream()
        .flatMap(instance -> days.named(members.region(), instance).stream())
        .anyMatch(day -> utc(day).overlaps(range));
  }

  private static TimeRange utc(LocalDate day) {
    return new TimeRange(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  public boolean hasWholeDay(MonitoredInstance instance, LocalDate day) {
    return days.hasWhole(instance, day);
  }

  /** When the archive got its part of a day that is not whole; null if it has none. */
  public @Nullable Instant writtenAt(MonitoredInstance instance, LocalDate day) {
    return days.writtenAt(instance, day);
  }

  /** Whether a name, of today or of before, means the cluster. */
  public boolean means(String name, Cluster cluster) {
    return ClusterNames.find(clusters.all(), name)
        .filter(found -> found.name().equals(cluster.name()))
        .isPresent();
  }

  /** Whether a name, of today or of before, means one cluster of the archive. */
  public boolean hasCluster(String name) {
    return ClusterNames.find(clusters.all(), name).isPresent();
  }

  /** The end of the last instance of a cluster; null if one still runs. */
  public @Nullable Instant goneAt(Cluster cluster) {
    return clusters.named(cluster).map(NamedCluster::goneAt).orElse(null);
  }

  /** The members of a cluster as they were last seen, by resource id. */
  public Map<String, MonitoredInstance> lastSeen(Cluster cluster) {
    Map<String, MonitoredInstance> seen = new LinkedHashMap<>();
    clusters
        .named(cluster)
        .ifPresent(
            named -> named.rows().forEach(row -> seen.put(row.instance().resourceId(), row)));
    return seen;
  }

  /** The load of a week by user, client host, database and application, if it was collected. */
  public DimensionLoads dimensions(Cluster cluster, ReviewWeek week) {
    List<Path> held = files(cluster, week.range());
    return new DimensionReader(engine).read(week.range(), held, timeline(cluster));
  }

  /** The files of all instances of a cluster that overlap the range. */
  private List<Path> files(Cluster cluster, TimeRange range) {
    List<Path> paths = new ArrayList<>();
    for (Instance instance : over(cluster, range).instances()) {
      paths.addAll(days.days(cluster.region(), instance, range));
    }
    return paths;
  }

  /** The cluster with every instance that ran within the range. */
  private Cluster over(Cluster cluster, TimeRange range) {
    return clusters.named(cluster).map(named -> named.over(range)).orElse(cluster);
  }

  /**
   * The weeks in which any cluster has days, oldest first. Files are not read, so a week may
   * consist of damaged days.
   */
  public List<ReviewWeek> weeks(ZoneId zone) {
    Set<LocalDate> held = new TreeSet<>();
    for (NamedCluster cluster : clusters.all()) {
      Cluster members = cluster.over(MemberTimeline.ALWAYS);
      for (Instance instance : members.instances()) {
        held.addAll(days.named(members.region(), instance));
      }
    }
    return ArchiveWeeks.of(held, zone);
  }

  private Set<LocalDate> daysOf(Cluster cluster) {
    Set<LocalDate> held = new TreeSet<>();
    cluster.instances().forEach(instance -> held.addAll(days(cluster, instance)));
    return held;
  }

  /** The coverage (0..1) of each week in which the cluster has load, by ISO label, oldest first. */
  public Map<String, Double> coverage(Cluster cluster, ZoneId zone) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (ReviewWeek week : ArchiveWeeks.of(daysOf(over(cluster, MemberTimeline.ALWAYS)), zone)) {
      MinuteCoverage sum =
          hourlyCoverage(cluster, week.range()).values().stream()
              .reduce(new MinuteCoverage(0, 0), MinuteCoverage::plus);
      if (sum.observedMinutes() > 0) {
        shares.put(week.label(), sum.share());
      }
    }
    return shares;
  }

  /** The coverage of every hour of a range, over the instances that the cluster had in it. */
  public Map<Instant, MinuteCoverage> hourlyCoverage(Cluster cluster, TimeRange range) {
    return new HourlyCoverageReader(days, engine)
        .hours(over(cluster, range), timeline(cluster), range);
  }

  private ClusterTimeline timeline(Cluster cluster) {
    return clusters
        .named(cluster)
        .map(NamedCluster::timeline)
        .orElseGet(() -> ClusterTimeline.of(cluster.instances()));
  }
}
