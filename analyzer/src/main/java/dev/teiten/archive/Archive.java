package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.DayWriter;
import dev.teiten.archive.files.Inventory;
import dev.teiten.archive.files.InventoryChange;
import dev.teiten.archive.files.MarkTable;
import dev.teiten.archive.files.OrderableTable;
import dev.teiten.archive.files.StatementTable;
import dev.teiten.archive.read.ClusterLoadReader;
import dev.teiten.archive.read.DigestSightings;
import dev.teiten.archive.read.DimensionReader;
import dev.teiten.archive.read.LoadSelection;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.DimensionLoads;
import dev.teiten.load.Engine;
import dev.teiten.load.Instance;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.DigestText;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.OrderableClasses;
import dev.teiten.source.SourceEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything collected so far, in a folder of Parquet files that several processes may read and add
 * to.
 */
public final class Archive implements AutoCloseable {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final Inventory inventory;
  private final ClusterInventory clusters;
  private final ArchiveContents held;
  private final StatementTable statements;
  private final MarkTable marks;
  private final OrderableTable orderable;

  public Archive(Path root, ArchiveEngine engine) {
    this.files = new ArchiveFiles(root);
    this.engine = engine;
    this.inventory = new Inventory(files, engine);
    this.clusters = new ClusterInventory(inventory);
    this.held = new ArchiveContents(files, engine, inventory, clusters);
    this.statements = new StatementTable(files, engine);
    this.marks = new MarkTable(files, engine);
    this.orderable = new OrderableTable(files, engine);
  }

  /** The folder it lies in. */
  public Path root() {
    return files.root();
  }

  /**
   * Keeps what is new or has changed, and what is missing.
   *
   * @param seen whole clusters: an instance of them that is not there is taken to be gone
   */
  public void addInventory(List<MonitoredInstance> seen) {
    inventory.add(seen);
  }

  /**
   * Keeps what is new or has changed of one instance; others of its cluster may be there or not.
   */
  public void addSighting(MonitoredInstance seen) {
    inventory.sight(seen);
  }

  public void addOrderable(OrderableClasses seen) {
    orderable.add(seen);
  }

  /** The classes that could be had for an engine version when it was last asked. */
  public Optional<OrderableClasses> orderable(String region, Engine of, String version) {
    return orderable.find(region, of, version);
  }

  public void addTexts(Collection<DigestText> texts) {
    statements.add(texts);
  }

  /**
   * Puts a day of an instance in place.
   *
   * @param whole whether the day is over and was had completely; a whole day is never replaced, and
   *     no day by one that knows fewer of its minutes
   */
  public void putDay(InstanceDay day, boolean whole) {
    new DayWriter(files, engine).put(day, whole);
  }

  /** The days of an instance that is sampled; nobody else may sample it meanwhile. */
  public SampledDays sample(MonitoredInstance instance) {
    return SampledDays.of(instance, files, engine);
  }

  public boolean hasWholeDay(MonitoredInstance instance, LocalDate day) {
    return files.hasWhole(instance, day);
  }

  /** The best text of every digest. */
  public Map<String, StatementText> statements() {
    return statements.all();
  }

  /**
   * The clusters as they were last seen before {@code time}, by name and region; no name twice.
   * Instances that were gone by then are left out.
   */
  public List<Cluster> clusters(Instant time) {
    return clusters.of(time, time);
  }

  /**
   * The cluster of that name, as last seen before {@code time}; {@code identifier@region} is
   * understood always.
   *
   * @throws ArchiveException if there is none, or one in each of several regions
   */
  public Cluster cluster(String name, Instant time) {
    return ClusterNames.find(clusters(time), name, root());
  }

  /**
   * What changed about the instances of a cluster within a range, in the order of seeing.
   *
   * @throws ArchiveException as {@link #cluster}
   */
  public List<InventoryChange> changes(String cluster, TimeRange range) {
    Cluster found = cluster(cluster, Instant.MAX);
    return inventory.changes(found.region(), found.identifier(), range);
  }

  /** Keeps a mark; one that is known already is kept once. */
  public void addMark(ClusterMark mark) {
    Cluster cluster = cluster(mark.cluster(), Instant.MAX);
    marks.add(
        List.of(
            new MarkTable.StoredMark(
                mark.at(), cluster.region(), cluster.identifier(), mark.label(), mark.source())));
  }

  /** Keeps what the source says has happened to clusters that the archive knows. */
  public void addEvents(Collection<SourceEvent> events) {
    marks.add(new EventMarks(inventory.sightings()).of(events));
  }

  /**
   * What happened to a cluster within a range, oldest first.
   *
   * @throws ArchiveException as {@link #cluster}
   */
  public List<ClusterMark> marks(String cluster, TimeRange range) {
    return marks.of(cluster(cluster, Instant.MAX), range);
  }

  /** The days (UTC) that the archive has of an instance. */
  public List<LocalDate> days(Cluster cluster, Instance instance) {
    return held.days(cluster, instance);
  }

  /** The weeks that the archive has anything of, oldest first. */
  public List<ReviewWeek> weeks(ZoneId zone) {
    return held.weeks(zone);
  }

  /** The coverage of each week that the archive has something of, by ISO label, oldest first. */
  public Map<String, Double> coverage(Cluster cluster, ZoneId zone) {
    return held.coverage(cluster, zone);
  }

  /** The coverage of every hour of a range, over the instances that the cluster had in it. */
  public Map<Instant, MinuteCoverage> hourlyCoverage(Cluster cluster, TimeRange range) {
    return held.hourlyCoverage(cluster, range);
  }

  /** Changes whenever something has been added. */
  public int version() {
    return files.state();
  }

  /**
   * Changes whenever something that {@link #load} reads has changed.
   *
   * @param historyWeeks how many weeks to look back
   */
  public int version(Cluster cluster, ReviewWeek week, int historyWeeks) {
    return held.version(cluster, week, historyWeeks);
  }

  /**
   * One week of a cluster by minute, with the weeks before by day.
   *
   * @param historyWeeks how many weeks to look back
   */
  public ClusterLoad load(String clusterName, ReviewWeek week, int historyWeeks) {
    return load(clusterName, week, historyWeeks, LoadSelection.ALL);
  }

  /** The same for a reader that does not want all of it. */
  public ClusterLoad load(
      String clusterName, ReviewWeek week, int historyWeeks, LoadSelection wanted) {
    Cluster named = cluster(clusterName, Instant.MAX);
    return new ClusterLoadReader(
            files,
            engine,
            range -> clusters.again(named, range.from(), range.to()),
            inventory.goneAt(Instant.MAX))
        .read(week, historyWeeks, wanted, statements(), changes(named.name(), week.range()))
        .orderable(orderable.of(named));
  }

  /** Where the digests of instances were last seen whose text is not known in full. */
  public List<DigestSightings.Sighting> unreadDigests(
      Collection<MonitoredInstance> instances, TimeRange range) {
    return new DigestSightings(files, engine).unread(instances, range, statements());
  }

  /** Removes what killed collects left aside. */
  public void cleanUp(Instant now) {
    StaleTempFiles.delete(root(), now);
  }

  /** Who and what the load of a week came from, where that was collected. */
  public DimensionLoads dimensions(Cluster cluster, ReviewWeek week) {
    return new DimensionReader(engine).read(week.range(), held.files(cluster, week.range()));
  }

  @Override
  public void close() {
    engine.close();
  }
}
