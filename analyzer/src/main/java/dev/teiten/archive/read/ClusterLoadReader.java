package dev.teiten.archive.read;

import dev.teiten.archive.files.ArchiveEngine;
import dev.teiten.archive.files.ArchiveFiles;
import dev.teiten.archive.files.Inventory;
import dev.teiten.archive.files.InventoryChange;
import dev.teiten.archive.files.ParallelTasks;
import dev.teiten.load.Cluster;
import dev.teiten.load.ClusterLoad;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.MinuteCoverage;
import dev.teiten.load.ReviewWeek;
import dev.teiten.load.Role;
import dev.teiten.load.Sentence;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WeekLoad;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a {@link ClusterLoad} together from the files of a cluster. */
public final class ClusterLoadReader {
  private final ArchiveFiles files;
  private final ArchiveEngine engine;
  private final Function<TimeRange, Cluster> clusterIn;
  private final Map<String, Instant> goneAt;

  /**
   * @param clusterIn the cluster with the instances that it had within a range
   * @param goneAt by {@link Inventory#key}, since when an instance is known to be gone
   */
  public ClusterLoadReader(
      ArchiveFiles files,
      ArchiveEngine engine,
      Function<TimeRange, Cluster> clusterIn,
      Map<String, Instant> goneAt) {
    this.files = files;
    this.engine = engine;
    this.clusterIn = clusterIn;
    this.goneAt = goneAt;
  }

  public ClusterLoad read(
      ReviewWeek week,
      int historyWeeks,
      LoadSelection wanted,
      Map<String, StatementText> texts,
      List<InventoryChange> changes) {
    // Each half leaves cores idle while it takes over what the engine has found.
    CompletableFuture<List<WeekLoad>> past =
        CompletableFuture.supplyAsync(() -> history(week, historyWeeks));
    Cluster cluster = clusterIn.apply(week.range());
    InstanceSeriesReader series = new InstanceSeriesReader(engine, week.range(), wanted);
    MinuteReader minutes = new MinuteReader(week.range());
    List<InstanceLoad> instances =
        cluster.instances().parallelStream()
            .map(
                instance -> {
                  List<InstanceSeriesReader.StoredSeries> parts =
                      series.read(daysOf(cluster, instance, week.range()));
                  return minutes.of(instance, parts, HourReader.of(parts, week.range().from()));
                })
            .toList();
    MinuteCoverage coverage = new MinuteCoverage(0, 0);
    for (InstanceLoad load : instances) {
      Instant gone = gone(cluster, load.instance());
      coverage = coverage.plus(coverage(load.instance(), gone, week.range(), load.total()));
    }
    ParallelTasks.join(List.of(past));
    List<WeekLoad> history = past.join();
    Map<String, StatementText> used = new HashMap<>(texts);
    used.keySet().retainAll(digests(instances, history));
    return new ClusterLoad(
        cluster, week, instances, history, used, coverage, warnings(changes, week.zone()));
  }

  private List<WeekLoad> history(ReviewWeek week, int historyWeeks) {
    List<HistoryReader.WeekFiles> held = new ArrayList<>();
    for (int back = historyWeeks; back >= 0; back--) {
      ReviewWeek one = week.plus(-back);
      Cluster cluster = clusterIn.apply(one.range());
      List<Path> paths =
          cluster.instances().stream()
              .flatMap(instance -> daysOf(cluster, instance, one.range()).stream())
              .toList();
      if (!paths.isEmpty()) {
        held.add(new HistoryReader.WeekFiles(one, cluster, paths));
      }
    }
    return new HistoryReader(files.root(), engine, goneAt).read(held);
  }

  private List<Path> daysOf(Cluster cluster, Instance instance, TimeRange range) {
    return files.days(cluster.region(), cluster.identifier(), instance.resourceId(), range);
  }

  private @Nullable Instant gone(Cluster cluster, Instance instance) {
    return goneAt.get(Inventory.key(cluster.region(), instance.resourceId()));
  }

  /** An instance is expected from its creation on, until it is known to be gone. */
  static MinuteCoverage coverage(
      Instance instance, @Nullable Instant gone, TimeRange range, double[] total) {
    long start = range.from().getEpochSecond();
    Instant created = instance.createdAt();
    // The minute in which it was created or went away counts.
    long from = created == null ? Long.MIN_VALUE : nextSecond(created) - 60;
    long to = gone == null ? Long.MAX_VALUE : nextSecond(gone);
    int expected = 0;
    int observed = 0;
    for (int i = 0; i < total.length; i++) {
      boolean seen = !Double.isNaN(total[i]);
      long minute = start + 60L * i;
      expected += (minute >= from && minute < to) || seen ? 1 : 0;
      observed += seen ? 1 : 0;
    }
    return new MinuteCoverage(observed, expected);
  }

  /** The first whole second that is not before an instant. */
  private static long nextSecond(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }

  private static Set<String> digests(List<InstanceLoad> instances, List<WeekLoad> history) {
    Set<String> digests = new HashSet<>();
    for (InstanceLoad instance : instances) {
      digests.addAll(instance.digests().keySet());
      instance.hours().forEach(hour -> digests.add(hour.digest()));
    }
    history.forEach(week -> week.days().forEach(day -> digests.add(day.digest())));
    return digests;
  }

  /** What makes an instance another one within the week. */
  private static List<Sentence> warnings(List<InventoryChange> changes, ZoneId zone) {
    List<Sentence> warnings = new ArrayList<>();
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
        case GONE -> warnings.add(ArchiveText.WENT_AWAY.of(instance, seen));
        default -> {}
      }
    }
    return warnings;
  }
}
