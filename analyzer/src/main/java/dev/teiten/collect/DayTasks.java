package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.archive.files.DayWriter;
import dev.teiten.archive.files.ParallelTasks;
import dev.teiten.load.TimeRange;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.LoadSource;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Fetches days of instances, several at a time. A day that fails does not stop the others. */
final class DayTasks {
  /** Missing parts of a past day may arrive, or be permitted, for this long after its end. */
  private static final Duration LATE = Duration.ofDays(1);

  private final LoadSource source;
  private final Archive archive;
  private final Clock clock;
  private final CollectRun run;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();

  DayTasks(LoadSource source, Archive archive, Clock clock, CollectRun run) {
    this.source = source;
    this.archive = archive;
    this.clock = clock;
    this.run = run;
  }

  /** The number of days written. */
  int written() {
    return written.get();
  }

  void collect(
      List<CollectPlan.DayTask> tasks, int concurrency, Consumer<CollectProgress> progress) {
    ExecutorService pool = Executors.newFixedThreadPool(concurrency, ParallelTasks::daemon);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (CollectPlan.DayTask task : tasks) {
        futures.add(pool.submit(() -> collectDay(task, tasks.size(), progress)));
      }
      ParallelTasks.join(futures);
    } finally {
      pool.shutdownNow();
    }
  }

  private void collectDay(CollectPlan.DayTask task, int total, Consumer<CollectProgress> progress) {
    if (run.isStopping()) {
      return;
    }
    try {
      InstanceDay day = fetch(task);
      archive.addTexts(day.texts());
      archive.putDay(day, isWhole(task, day));
      written.incrementAndGet();
      day.lacks().forEach(run::failed);
    } catch (SourceException e) {
      run.failed(e);
    }
    String name = task.instance().instance().name() + " " + task.day();
    progress.accept(new CollectProgress(done.incrementAndGet(), total, name));
  }

  /** If the source has dropped the start of a day, the rest is fetched. */
  private InstanceDay fetch(CollectPlan.DayTask task) {
    try {
      return source.collect(task.instance(), task.range());
    } catch (SourceException e) {
      Instant kept = CollectPlan.kept(task.instance(), clock.instant());
      if (e.reason() != Reason.NOT_KEPT
          || !task.range().contains(kept)
          || kept.equals(task.range().from())) {
        throw e;
      }
      return source.collect(task.instance(), new TimeRange(kept, task.range().to()));
    }
  }

  /** Whether no later collect can add to the day. A part that failed may still arrive. */
  private boolean isWhole(CollectPlan.DayTask task, InstanceDay day) {
    boolean noneMissing = day.lacks().isEmpty() && DayWriter.minutes(day) == task.range().minutes();
    boolean failed = day.lacks().stream().anyMatch(lack -> lack.reason() == Reason.UNAVAILABLE);
    boolean tooLate = !clock.instant().isBefore(task.range().to().plus(LATE));
    return task.whole() && day.range().equals(task.range()) && (noneMissing || tooLate && !failed);
  }
}
