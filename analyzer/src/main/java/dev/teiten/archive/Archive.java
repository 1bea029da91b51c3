package dev.teiten.archive;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.ArchiveFormat;
import dev.teiten.archive.files.DayWriter;
import dev.teiten.archive.files.EventTable;
import dev.teiten.archive.files.InstanceFiles;
import dev.teiten.archive.files.Inventory;
import dev.teiten.archive.files.InventoryChange;
import dev.teiten.archive.files.MarkTable;
import dev.teiten.archive.files.PlanTable;
import dev.teiten.archive.files.StatementTable;
import dev.teiten.archive.read.ClusterLoadReader;
import dev.teiten.archive.read.LoadSelection;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterMark;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.DigestText;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The collected load, in a folder of Parquet files. Several processes may read it and add to it.
 */
public final class Archive implements AutoCloseable {
  private final ArchiveFiles files;
  private final InstanceFiles days;
  private final ArchiveEngine engine;
  private final Inventory inventory;
  private final ClusterInventory clusters;
  private final ArchiveContents contents;
  private final StatementTable statements;
  private final MarkTable marks;
  private final EventTable events;
  private final RegionFacts regions;
  private final QueryPlans plans;
  private final WeekInputs inputs;

  /**
   * @param root the archive's folder; it is made by the first write
   * @throws ArchiveException if a newer version of Teiten wrote the archive
   */
  public Archive(Path root, ArchiveEngine engine) {
    checkReadable(root);
    this.files = new ArchiveFiles(root);
    this.engine = engine;
    this.inventory = new Inventory(files, engine);
    this.days = new InstanceFiles(files, inventory);
    this.events = new EventTable(files, engine);
    this.marks = new MarkTable(files, engine);
    this.regions = new RegionFacts(files, engine);
    this.clusters = new ClusterInventory(inventory, events, marks, regions);
    this.contents = new ArchiveContents(files, days, engine, clusters);
    this.statements = new StatementTable(files, engine);
    this.plans = new QueryPlans(new PlanTable(files, engine), this::named);
    this.inputs = new WeekInputs(this::named, files, days, inventory, regions, statements);
  }

  /** Throws an {@link ArchiveException} if a newer version of Teiten wrote the archive. */
  public static void checkReadable(Path root) {
    new ArchiveFormat(root).checkReadable();
  }

  /** The archive's folder. */
  public Path root() {
    return files.root();
  }

  /** Adds every instance of some clusters; see {@link #addInventory(List, boolean)}. */
  public void addInventory(List<MonitoredInstance> seen) {
    addInventory(seen, false);
  }

  /**
   * Adds instances that are new or changed, and notes missing ones as gone.
   *
   * @param seen every instance of the clusters in it
   * @param everyCluster whether clusters of the same regions and accounts that {@code seen} lacks
   *     are gone
   */
  public void addInventory(List<MonitoredInstance> seen, boolean everyCluster) {
    inventory.add(seen, everyCluster);
  }

  /** Adds one instance if it is new or changed; other instances of its cluster stay as they are. */
  public void addSighting(MonitoredInstance seen) {
    inventory.sight(seen);
  }

  /** The answers about whole regions. */
  public RegionFacts regions() {
    return regions;
  }

  /** The plans of queries. */
  public QueryPlans plans() {
    return plans;
  }

  /** Adds texts and findings that are new, and full texts where the archive has only a cut one. */
  public void addTexts(Collection<DigestText> texts) {
    statements.add(texts);
  }

  /**
   * Writes a day of an instance. A whole day is never replaced, and no day is replaced by a day
   * with fewer minutes.
   *
   * @param whole whether the day is over and complete
   */
  public void putDay(InstanceDay day, boolean whole) {
    new DayWriter(files, engine).put(days.filed(day), whole);
  }

  /**
   * The days of an instance that is sampled, or whose logs are imported.
   *
   * @throws ArchiveException if another process does so
   */
  public SampledDays sample(MonitoredInstance instance) {
    return SampledDays.of(days.filed(instance), files, engine);
  }

  /** The best text of every digest. */
  public Map<String, StatementText> statements() {
    return statements.statements();
  }

  /** The clusters of which an instance runs at an instant, by name and region. */
  public List<Cluster> clusters(Instant time) {
    return clusters.at(time);
  }

  /**
   * The clusters of which an instance ran at some instant of the range, each with the instances of
   * the last such instant. Names are unique, and those of today.
   */
  public List<Cluster> clusters(TimeRange range) {
    return clusters.within(range);
  }

  /**
   * The cluster of that name, with the instances that run at {@code time}. The name {@code
   * identifier@region} is accepted for every cluster, and so is a name that it had before.
   *
   * @throws ArchiveException if there is none, or several regions have one
   */
  public Cluster cluster(String name, Instant time) {
    return named(name).at(time);
  }

  private NamedCluster named(String name) {
    return ClusterNames.find(clusters.all(), name, root());
  }

  /**
   * The changes of a cluster's instances within a range, in the order of seeing.
   *
   * @throws ArchiveException as {@link #cluster}
   */
  public List<InventoryChange> changes(String cluster, TimeRange range) {
    return inventory.changes(named(cluster).instances(), range);
  }

  /** Adds a mark, unless the archive has it. */
  public void addMark(ClusterMark mark) {
    marks.add(List.of(ClusterMarks.stored(named(mark.cluster()), mark)));
  }

  /**
   * Puts another mark in the place of a mark of a person.
   *
   * @param by null takes the mark away
   */
  public void replaceMark(ClusterMark mark, @Nullable ClusterMark by) {
    ClusterMarks.replace(named(mark.cluster()), marks, mark, by);
  }

  /** Adds the events of clusters and instances that are new. */
  public void addEvents(Collection<SourceEvent> seen) {
    events.add(seen);
  }

  /**
   * The marks of a cluster within a range, oldest first: those of people, and the events of RDS.
   *
   * @throws ArchiveException as {@link #cluster}
   */
  public List<ClusterMark> marks(String cluster, TimeRange range) {
    return ClusterMarks.of(named(cluster), marks.all(), events.events(), range);
  }

  /** The days, weeks and minutes that the archive holds. */
  public ArchiveContents contents() {
    return contents;
  }

  /**
   * A hash that changes whenever something has been added.
   *
   * @throws ArchiveException if another process has written a newer format
   */
  public int version() {
    return files.state();
  }

  /** The identities of all that an analysis reads. */
  public WeekInputs inputs() {
    return inputs;
  }

  /**
   * One week of a cluster by minute, with the weeks before by day.
   *
   * @param historyWeeks how many weeks to look back
   */
  public ClusterLoad load(String clusterName, ReviewWeek week, int historyWeeks) {
    return load(clusterName, week, historyWeeks, LoadSelection.ALL);
  }

  /** One week of a cluster by minute, with selected series only, and the weeks before by day. */
  public ClusterLoad load(
      String clusterName, ReviewWeek week, int historyWeeks, LoadSelection selection) {
    NamedCluster named = named(clusterName);
    Cluster every = named.over(week.range());
    ClusterLoad load =
        new ClusterLoadReader(root(), days, engine, named::over, named.timeline())
            .read(week, historyWeeks, selection, statements(), changes(clusterName, week.range()))
            .described(named.lastWithin(week.range()).orElse(every));
    return regions.with(load, every);
  }

  @Override
  public void close() {
    engine.close();
  }
}
