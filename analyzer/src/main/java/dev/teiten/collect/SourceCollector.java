package dev.teiten.collect;

import dev.teiten.archive.Archive;
import dev.teiten.archive.ArchiveContents;
import dev.teiten.archive.StaleTempFiles;
import dev.teiten.load.Instance;
import dev.teiten.load.TimeRange;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceEvent;
import dev.teiten.source.SourceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the missing days of one source into the archive. It may be repeated, stopped at any
 * moment and run twice at once: a day appears complete or not, and a whole day is not fetched
 * again.
 */
public final class SourceCollector {
  /** Missing texts are requested for digests seen within this time. */
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

  /** Asks a running collect to end; days being fetched are dropped. */
  public void stop() {
    stopping = true;
  }

  /**
   * Reads the inventory and collects.
   *
   * @throws SourceException if there is no inventory; other failures are in the report
   */
  public CollectReport collect(CollectPlan plan, Consumer<CollectProgress> progress) {
    List<MonitoredInstance> inventory = source.inventory();
    archive.addInventory(inventory, true);
    return collect(plan, inventory, progress);
  }

  /**
   * Collects from an inventory that is already in the archive: days, then missing texts, then RDS
   * events and orderable classes.
   */
  public CollectReport collect(
      CollectPlan plan, List<MonitoredInstance> inventory, Consumer<CollectProgress> progress) {
    Instant now = clock.instant();
    ArchiveContents held = archive.contents();
    StaleTempFiles.delete(archive.root(), now);
    List<CollectPlan.DayTask> tasks = plan.tasks(inventory, now);
    List<CollectPlan.DayTask> missing =
        tasks.stream()
            .filter(task -> !held.hasWholeDay(task.instance(), task.day()))
            .filter(task -> plan.isDue(task, held.writtenAt(task.instance(), task.day()), now))
            .toList();
    CollectRun run = new CollectRun(() -> stopping, this::stop);
    DayTasks days = new DayTasks(source, archive, clock, run);
    days.collect(missing, plan.concurrency(), progress);
    List<MonitoredInstance> chosen =
        (plan.repeated() ? missing : tasks)
            .stream().map(CollectPlan.DayTask::instance).distinct().toList();
    TimeRange texts =
        plan.range() == null ? new TimeRange(now.minus(TEXT_MEMORY), now) : plan.range();
    int fetchedTexts = new TextTasks(source, archive, run).collect(chosen, texts);
    source.inventoryLacks().forEach(run::forgone);
    archive.contents().addUnread(source.place(), source.unread(), now);
    List<SourceEvent> events = new ArrayList<>();
    optional(run, () -> events.addAll(events(plan, inventory)));
    archive.addEvents(events);
    if (scalesReaders(inventory, events)) {
      optional(run, () -> archive.regions().add(source.scalingPolicies()));
    }
    new OrderableTask(source, archive)
        .requests(chosen, now)
        .forEach(request -> optional(run, request));
    return new CollectReport(
        chosen.size(),
        days.written(),
        tasks.size() - missing.size(),
        fetchedTexts,
        source.requests(),
        run.failures(),
        run.forgone(),
        stopping);
  }

  /**
   * The events of the source. If only some clusters are collected, an autoscaled reader may belong
   * to another, so its events count only while such a reader of theirs is listed.
   */
  private List<SourceEvent> events(CollectPlan plan, List<MonitoredInstance> inventory) {
    boolean keepsAll =
        plan.isOfAll() || inventory.stream().anyMatch(seen -> seen.instance().isAutoscaled());
    return source.events().stream()
        .filter(e -> keepsAll || e.ofCluster() || !Instance.isAutoscaled(e.subject()))
        .toList();
  }

  /** Whether Aurora Auto Scaling has added a reader: most regions need no question about it. */
  private static boolean scalesReaders(
      List<MonitoredInstance> inventory, List<SourceEvent> events) {
    return inventory.stream().anyMatch(seen -> seen.instance().isAutoscaled())
        || events.stream().anyMatch(event -> Instance.isAutoscaled(event.subject()));
  }

  /** Runs a request whose failure does not fail the collect. */
  private void optional(CollectRun run, Runnable work) {
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
