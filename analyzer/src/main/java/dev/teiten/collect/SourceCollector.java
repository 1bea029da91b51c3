package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills the archive with what it lacks of one source. Safe to run again, to stop at any moment, and
 * to run twice at once: a day is written aside and renamed, and a whole day is never fetched again.
 */
public final class SourceCollector {
  /** How far back texts that did not come are asked for again; a digest that matters comes back. */
  private static final Duration TEXT_MEMORY = Duration.ofDays(7);

  private final LoadSource source;
  private final Archive archive;
  private final Clock clock;
  private volatile boolean stopping;

  public SourceCollector(LoadSource source, Archive archive, Clock clock) {
    this.source = source;
    this.archive = archive;
    this.clock = clock;
  }

  /** Asks a running collect to end; days that are under way are dropped. */
  public void stop() {
    stopping = true;
  }

  /**
   * Reads the inventory and collects.
   *
   * @throws CollectException if there is no inventory; everything else is in the report
   */
  public CollectReport collect(CollectPlan plan, Consumer<CollectProgress> progress) {
    List<MonitoredInstance> inventory = source.inventory();
    archive.addInventory(inventory);
    return collect(plan, inventory, progress);
  }

  /**
   * Collects from an inventory that has been read and kept already: days, then what the texts of
   * their digests lack, then what RDS did.
   */
  public CollectReport collect(
      CollectPlan plan, List<MonitoredInstance> inventory, Consumer<CollectProgress> progress) {
    Instant now = clock.instant();
    archive.cleanUp(now);
    List<CollectPlan.DayTask> all = plan.tasks(inventory, now);
    List<CollectPlan.DayTask> missing =
        all.stream().filter(task -> !archive.hasWholeDay(task.instance(), task.day())).toList();
    CollectRun run = new CollectRun(() -> stopping, this::stop);
    DayTasks days = new DayTasks(source, archive, clock, run);
    days.collect(missing, plan.concurrency(), progress);
    List<MonitoredInstance> chosen =
        all.stream().map(CollectPlan.DayTask::instance).distinct().toList();
    TimeRange texts =
        plan.range() == null ? new TimeRange(now.minus(TEXT_MEMORY), now) : plan.range();
    int texted = new TextTasks(source, archive, run).collect(chosen, texts);
    source.inventoryLacks().forEach(run::forgone);
    beside(run, () -> archive.addEvents(source.events()));
    new OrderableTask(source, archive).questions(chosen, now).forEach(one -> beside(run, one));
    return new CollectReport(
        chosen.size(),
        days.written(),
        all.size() - missing.size(),
        texted,
        source.requests(),
        run.failures(),
        run.forgone(),
        stopping);
  }

  /** What is worth having, but not worth failing for. */
  private void beside(CollectRun run, Runnable work) {
    if (stopping) {
      return;
    }
    try {
      work.run();
    } catch (SourceException e) {
      run.forgone(e);
    }
  }
}
