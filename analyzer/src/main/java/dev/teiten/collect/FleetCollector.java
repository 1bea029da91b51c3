package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.archive.files.ArchiveException;
import dev.teiten.archive.files.ParallelTasks;
import dev.teiten.load.TeitenException;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Collects from several regions and accounts at once. Each place has its own threads, so a slow
 * place does not delay others. A place that fails is reported and does not stop the others.
 */
public final class FleetCollector {
  private final List<Place> places = new ArrayList<>();
  private final Archive archive;
  private final Map<String, TeitenException> failed = new ConcurrentHashMap<>();

  /** A source and its collector. */
  private record Place(LoadSource source, SourceCollector collector) {}

  /**
   * @param sources a place that is named twice is collected once
   */
  public FleetCollector(List<LoadSource> sources, Archive archive, Clock clock) {
    this.archive = archive;
    Set<String> names = new HashSet<>();
    for (LoadSource source : sources) {
      if (names.add(source.place())) {
        places.add(new Place(source, new SourceCollector(source, archive, clock)));
      }
    }
  }

  /** Asks a running collect to end; days being fetched are dropped. */
  public void stop() {
    places.forEach(place -> place.collector.stop());
  }

  /**
   * @throws TeitenException if no place has anything to collect
   */
  public FleetCollectReport collect(CollectPlan plan, Consumer<CollectProgress> progress) {
    Map<String, List<MonitoredInstance>> seen = new ConcurrentHashMap<>();
    forEachPlace(place -> seen.put(place.source.place(), place.source.inventory()));
    Map<String, List<MonitoredInstance>> chosen = new ChosenInstances(plan, failed).of(seen);
    archive.addInventory(chosen.values().stream().flatMap(List::stream).toList(), plan.isOfAll());
    Map<String, CollectReport> reports = new ConcurrentHashMap<>();
    SumOfProgress sum = new SumOfProgress(progress);
    forEachPlace(
        place -> {
          List<MonitoredInstance> instances = chosen.get(place.source.place());
          if (instances != null) {
            Consumer<CollectProgress> part = p -> sum.accept(place.source.place(), p);
            reports.put(place.source.place(), place.collector.collect(plan, instances, part));
          }
        });
    return new FleetCollectReport(new TreeMap<>(reports), new TreeMap<>(failed));
  }

  private void forEachPlace(Consumer<Place> work) {
    ExecutorService pool = Executors.newFixedThreadPool(places.size(), ParallelTasks::daemon);
    try {
      List<Future<?>> futures = new ArrayList<>();
      places.forEach(place -> futures.add(pool.submit(() -> guarded(place, work))));
      ParallelTasks.join(futures);
    } finally {
      pool.shutdownNow();
    }
  }

  private void guarded(Place place, Consumer<Place> work) {
    try {
      work.accept(place);
    } catch (ArchiveException e) {
      // The archive is shared: a full disk stops every place.
      throw e;
    } catch (TeitenException e) {
      failed.put(place.source.place(), e);
    }
  }

  /** The progress of all places as one. */
  private static final class SumOfProgress {
    private final Consumer<CollectProgress> progress;
    private final Map<String, CollectProgress> parts = new TreeMap<>();

    SumOfProgress(Consumer<CollectProgress> progress) {
      this.progress = progress;
    }

    synchronized void accept(String place, CollectProgress part) {
      parts.put(place, part);
      int done = parts.values().stream().mapToInt(CollectProgress::done).sum();
      int total = parts.values().stream().mapToInt(CollectProgress::total).sum();
      progress.accept(new CollectProgress(done, total, part.current()));
    }
  }
}
