package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.Inventory;
import dev.teiten.archive.read.HourlyCoverageReader;
import dev.teiten.load.Cluster;
import dev.teiten.load.Instance;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The days, weeks and minutes that the archive holds. */
public final class ArchiveContents {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final Inventory inventory;
  private final ClusterInventory clusters;

  ArchiveContents(
      ArchiveFiles files, ArchiveEngine engine, Inventory inventory, ClusterInventory clusters) {
    this.files = files;
    this.engine = engine;
    this.inventory = inventory;
    this.clusters = clusters;
  }

  /** The days (UTC) that the archive has of an instance. */
  public List<LocalDate> days(Cluster cluster, Instance instance) {
    return files.daysOf(cluster.region(), cluster.identifier(), instance.resourceId());
  }

  /** The files of all instances of a cluster that overlap the range. */
  List<Path> files(Cluster cluster, TimeRange range) {
    List<Path> days = new ArrayList<>();
    for (Instance instance : cluster.instances()) {
      days.addAll(files.days(cluster.region(), cluster.identifier(), instance.resourceId(), range));
    }
    return days;
  }

  /** The weeks in which any cluster has days, oldest first. */
  public List<ReviewWeek> weeks(ZoneId zone) {
    Set<LocalDate> days = new TreeSet<>();
    for (Cluster cluster : clusters.withFormerInstances()) {
      cluster.instances().forEach(i -> days.addAll(days(cluster, i)));
    }
    return ArchiveWeeks.of(days, zone);
  }

  /** The coverage (0..1) of each week in which the cluster has load, by ISO label, oldest first. */
  public Map<String, Double> coverage(Cluster cluster, ZoneId zone) {
    Set<LocalDate> days = new TreeSet<>();
    clusters
        .at(cluster, Instant.MIN, Instant.MAX)
        .instances()
        .forEach(i -> days.addAll(days(cluster, i)));
    Map<String, Double> shares = new LinkedHashMap<>();
    for (ReviewWeek week : ArchiveWeeks.of(days, zone)) {
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
    return new HourlyCoverageReader(files, engine, inventory.goneAt(Instant.MAX))
        .hours(clusters.at(cluster, range.from(), range.to()), range);
  }

  int version(Cluster cluster, ReviewWeek week, int historyWeeks) {
    TimeRange range = new TimeRange(week.plus(-historyWeeks).range().from(), week.range().to());
    return List.of(
            files.parts("inventory"),
            files.parts("orderable"),
            files.parts("statements").size(),
            files(clusters.at(cluster, range.from(), range.to()), range))
        .hashCode();
  }
}
