package dev.teiten.archive;

import dev.teiten.collect.DigestText;
import dev.teiten.collect.InstanceDay;
import dev.teiten.collect.MonitoredInstance;
import dev.teiten.collect.SourceEvent;
import dev.teiten.load.Cluster;
import dev.teiten.load.Instance;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything collected so far, in a folder of Parquet files that several processes may read and add
 * to.
 */
public final class Archive implements AutoCloseable {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final InventoryTable inventory;
  private final StatementTable statements;
  private final MarkTable marks;

  public Archive(Path root, ArchiveEngine engine) {
    this.files = new ArchiveFiles(root);
    this.engine = engine;
    this.inventory = new InventoryTable(files, engine);
    this.statements = new StatementTable(files, engine);
    this.marks = new MarkTable(files, engine);
  }

  /** The folder it lies in. */
  public Path root() {
    return files.root();
  }

  public void addInventory(List<MonitoredInstance> seen) {
    inventory.add(seen);
  }

  public void addTexts(Collection<DigestText> texts) {
    statements.add(texts);
  }

  /**
   * Puts a day of an instance in place, whole or partial.
   *
   * @param whole whether the day is over and was had completely; a whole day is never replaced
   */
  public void putDay(InstanceDay day, boolean whole) {
    LocalDate date = day.range().from().atOffset(ZoneOffset.UTC).toLocalDate();
    files.putDay(day.instance(), date, whole, file -> engine.writeSeries(file, day.series()));
  }

  public boolean hasWholeDay(MonitoredInstance instance, LocalDate day) {
    return files.hasWhole(instance, day);
  }

  /** The best text of every digest. */
  public Map<String, StatementText> statements() {
    return statements.all();
  }

  /** The clusters as they were last seen before {@code time}, by name and region; no name twice. */
  public List<Cluster> clusters(Instant time) {
    Map<List<String>, List<MonitoredInstance>> members =
        inventory.latest(time).values().stream()
            .collect(
                Collectors.groupingBy(
                    i -> List.of(i.cluster(), i.region()),
                    () -> new TreeMap<>(BY_NAME),
                    Collectors.toList()));
    return ClusterNames.unique(members.values().stream().map(Archive::cluster).toList());
  }

  private static final Comparator<List<String>> BY_NAME =
      Comparator.<List<String>, String>comparing(key -> key.get(0))
          .thenComparing(key -> key.get(1));

  private static Cluster cluster(List<MonitoredInstance> members) {
    MonitoredInstance first = members.get(0);
    List<Instance> instances =
        members.stream()
            .map(MonitoredInstance::instance)
            .sorted(Comparator.comparing(Instance::role).thenComparing(Instance::name))
            .toList();
    return new Cluster(first.cluster(), first.region(), first.engine(), first.storage(), instances);
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

  /** Keeps a mark; one that is known already is kept once. */
  public void addMark(Mark mark) {
    Cluster cluster = cluster(mark.cluster(), Instant.MAX);
    marks.add(
        List.of(
            new MarkTable.Entry(
                mark.at(), cluster.region(), cluster.identifier(), mark.label(), mark.source())));
  }

  /** Keeps what the source says has happened to clusters that the archive knows. */
  public void addEvents(Collection<SourceEvent> events) {
    marks.add(new EventMarks(inventory.all()).of(events));
  }

  /**
   * What happened to a cluster within a range, oldest first.
   *
   * @throws ArchiveException as {@link #cluster}
   */
  public List<Mark> marks(String cluster, TimeRange range) {
    return marks.of(cluster(cluster, Instant.MAX), range);
  }

  /** The days (UTC) that the archive has of an instance. */
  public List<LocalDate> days(Cluster cluster, Instance instance) {
    return files.daysOf(cluster.region(), cluster.identifier(), instance.resourceId());
  }

  /** The weeks that the archive has anything of, oldest first. */
  public List<ReviewWeek> weeks(ZoneId zone) {
    Set<LocalDate> days = new TreeSet<>();
    for (Cluster cluster : clusters(Instant.MAX)) {
      cluster.instances().forEach(i -> days.addAll(days(cluster, i)));
    }
    return CoverageReader.weeksOf(days, zone);
  }

  /** The coverage of each week that the archive has something of, by ISO label, oldest first. */
  public Map<String, Double> coverage(Cluster cluster, ZoneId zone) {
    Set<LocalDate> days = new TreeSet<>();
    cluster.instances().forEach(i -> days.addAll(days(cluster, i)));
    Map<String, Double> shares = new LinkedHashMap<>();
    new CoverageReader(files, engine)
        .read(cluster, CoverageReader.weeksOf(days, zone))
        .forEach((week, coverage) -> shares.put(week.label(), coverage.share()));
    return shares;
  }

  /**
   * Changes whenever something that {@link #load} reads has changed.
   *
   * @param historyWeeks how many weeks to look back
   */
  public int version(Cluster cluster, ReviewWeek week, int historyWeeks) {
    List<Object> state =
        new ArrayList<>(List.of(files.table("inventory"), files.table("statements").size()));
    TimeRange range = new TimeRange(week.plus(-historyWeeks).range().from(), week.range().to());
    cluster
        .instances()
        .forEach(
            i ->
                state.add(
                    files.days(cluster.region(), cluster.identifier(), i.resourceId(), range)));
    return state.hashCode();
  }

  /**
   * One week of a cluster by minute, with the weeks before by day.
   *
   * @param historyWeeks how many weeks to look back
   */
  public ClusterLoad load(String clusterName, ReviewWeek week, int historyWeeks) {
    Cluster cluster = cluster(clusterName, week.range().to());
    return new ClusterLoadReader(files, engine, cluster).read(week, historyWeeks, statements());
  }

  @Override
  public void close() {
    engine.close();
  }
}
