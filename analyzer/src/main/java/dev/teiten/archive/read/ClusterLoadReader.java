package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.InstanceFiles;
import dev.teiten.archive.files.InventoryChange;
import dev.teiten.archive.files.InventoryChange.ChangeKind;
import dev.teiten.archive.files.ParallelTasks;
import dev.teiten.archive.read.InstanceSeriesReader.StoredSeries;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ClusterTimeline;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.Sentence;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WeekLoad;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a {@link ClusterLoad} together from the files of a cluster. */
public final class ClusterLoadReader {
  private static final int MOST_DEPARTURES = 3;

  private final Path root;
  private final InstanceFiles files;
  private final ArchiveEngine engine;
  private final Function<TimeRange, Cluster> clusterIn;
  private final ClusterTimeline timeline;

  /**
   * @param root the archive's folder
   * @param clusterIn the cluster with the instances that it had within a range
   */
  public ClusterLoadReader(
      Path root,
      InstanceFiles files,
      ArchiveEngine engine,
      Function<TimeRange, Cluster> clusterIn,
      ClusterTimeline timeline) {
    this.root = root;
    this.files = files;
    this.engine = engine;
    this.clusterIn = clusterIn;
    this.timeline = timeline;
  }

  /**
   * The week by minute, with the weeks before by day.
   *
   * @param historyWeeks how many weeks to look back for a comparison
   * @param texts of all digests
   * @param changes of the cluster's instances within the week
   */
  public ClusterLoad read(
      ReviewWeek week,
      int historyWeeks,
      LoadSelection selection,
      Map<String, StatementText> texts,
      List<InventoryChange> changes) {
    // The engine leaves cores idle while Java takes over an answer, so both halves run at once.
    CompletableFuture<List<WeekLoad>> past =
        CompletableFuture.supplyAsync(() -> weeks(week, historyWeeks, selection));
    Cluster cluster = clusterIn.apply(week.range());
    List<InstanceLoad> instances = instances(cluster, week.range(), selection);
    MinuteCoverage coverage = unseen(week.range());
    for (InstanceLoad load : instances) {
      coverage = coverage.plus(timeline.of(load.instance()).coverage(week.range(), load.total()));
    }
    ParallelTasks.join(List.of(past));
    List<WeekLoad> all = past.join();
    LocalDate compared = week.plus(-historyWeeks).monday();
    Map<Boolean, List<WeekLoad>> isOlder =
        all.stream()
            .collect(Collectors.partitioningBy(one -> one.week().monday().isBefore(compared)));
    List<WeekLoad> history = isOlder.getOrDefault(false, List.of());
    Map<String, StatementText> seenTexts = new HashMap<>(texts);
    seenTexts.keySet().retainAll(ClusterLoad.digests(instances, all));
    return new ClusterLoad(
        cluster,
        week,
        instances,
        history,
        seenTexts,
        coverage,
        warnings(cluster, changes, week.zone()),
        timeline,
        isOlder.getOrDefault(true, List.of()),
        null);
  }

  /** The members that no collect saw are expected, and have no data. */
  private MinuteCoverage unseen(TimeRange range) {
    return timeline.unseen(range).stream()
        .map(member -> member.coverage(range, 0))
        .reduce(new MinuteCoverage(0, 0), MinuteCoverage::plus);
  }

  private List<InstanceLoad> instances(Cluster cluster, TimeRange range, LoadSelection selection) {
    InstanceSeriesReader reader = new InstanceSeriesReader(engine, range, selection);
    MinuteReader minutes = new MinuteReader(range);
    return cluster.instances().parallelStream()
        .map(
            instance -> {
              TimeRange membership = timeline.of(instance).membership();
              List<StoredSeries> series =
                  reader.read(files.days(cluster.region(), instance, range), membership);
              return minutes.of(instance, series, HourReader.of(series, range.from()));
            })
        .toList();
  }

  /** The weeks from the oldest to look at to the reviewed one. */
  private List<WeekLoad> weeks(ReviewWeek week, int historyWeeks, LoadSelection selection) {
    HistoryReader reader = new HistoryReader(root, engine);
    int seen = Math.min(selection.mostWeeks(), weeksSeen(week, selection));
    List<WeekLoad> weeks =
        new ArrayList<>(reader.readWithoutInstances(weekFiles(week, seen, historyWeeks + 1)));
    weeks.addAll(reader.read(weekFiles(week, historyWeeks, 0)));
    return weeks;
  }

  /** How many weeks before the reviewed one have files. */
  private int weeksSeen(ReviewWeek week, LoadSelection selection) {
    ReviewWeek oldest = week.plus(-selection.mostWeeks());
    Cluster cluster = clusterIn.apply(new TimeRange(oldest.range().from(), week.range().to()));
    return cluster.instances().stream()
        .flatMap(instance -> files.daysOf(cluster.region(), instance).stream())
        .min(Comparator.naturalOrder())
        .map(first -> Math.toIntExact(ChronoUnit.WEEKS.between(first, week.monday()) + 1))
        .orElse(0);
  }

  /** The weeks with files, from {@code first} weeks back to {@code last} weeks back. */
  private List<WeekFiles> weekFiles(ReviewWeek week, int first, int last) {
    List<WeekFiles> weeks = new ArrayList<>();
    for (int back = first; back >= last; back--) {
      ReviewWeek past = week.plus(-back);
      Cluster cluster = clusterIn.apply(past.range());
      List<Path> days =
          cluster.instances().stream()
              .flatMap(i -> files.days(cluster.region(), i, past.range()).stream())
              .toList();
      if (!days.isEmpty()) {
        weeks.add(new WeekFiles(past, cluster, days, timeline));
      }
    }
    return weeks;
  }

  private List<Sentence> warnings(Cluster cluster, List<InventoryChange> changes, ZoneId zone) {
    List<Sentence> warnings = new ArrayList<>(warnings(changes, zone));
    List<Path> damaged =
        cluster.instances().stream()
            .flatMap(instance -> files.damaged(cluster.region(), instance).stream())
            .toList();
    if (!damaged.isEmpty()) {
      warnings.add(ArchiveText.DAMAGED.of(damaged.size(), root.relativize(damaged.get(0))));
    }
    return warnings;
  }

  /** Changes that make the minutes of an instance differ within the week. */
  private static List<Sentence> warnings(List<InventoryChange> changes, ZoneId zone) {
    List<Sentence> warnings = new ArrayList<>();
    long gone = changes.stream().filter(change -> change.what() == ChangeKind.GONE).count();
    for (InventoryChange change : changes) {
      ZonedDateTime seen = change.seenAt().atZone(zone);
      String instance = change.instance();
      switch (change.what()) {
        case CLASS ->
            warnings.add(
                ArchiveText.CLASS_CHANGED.of(
                    instance,
                    Objects.toString(change.before(), "?"),
                    Objects.toString(change.after(), "?"),
                    seen));
        case ROLE ->
            warnings.add(
                (Role.WRITER.name().equals(change.after())
                        ? ArchiveText.BECAME_WRITER
                        : ArchiveText.BECAME_READER)
                    .of(instance, seen));
        case GONE -> {
          // The ranking tells many comings and goings in one sentence.
          if (gone <= MOST_DEPARTURES) {
            warnings.add(ArchiveText.WENT_AWAY.of(instance, seen));
          }
        }
        default -> {}
      }
    }
    return warnings;
  }
}
