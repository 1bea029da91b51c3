package dev.teiten.archive;

import dev.teiten.collect.CollectException;
import dev.teiten.collect.CollectException.Reason;
import dev.teiten.collect.DigestText;
import dev.teiten.collect.InstanceDay;
import dev.teiten.collect.LoadSource;
import dev.teiten.collect.MonitoredInstance;
import dev.teiten.load.TimeRange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the archive with what it lacks. Safe to run again, to stop at any moment, and to run twice
 * at once: a day is written aside and renamed, and a whole day is never fetched again.
 */
public final class Collector {
  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

  private final LoadSource source;
  private final Archive archive;
  private final Clock clock;
  private volatile boolean stopping;

  public Collector(LoadSource source, Archive archive, Clock clock) {
    this.source = source;
    this.archive = archive;
    this.clock = clock;
  }

  /** Asks a running collect to end; days that are under way are dropped. */
  public void stop() {
    stopping = true;
  }

  /** Reads the inventory and collects. */
  public CollectReport collect(CollectPlan plan, Consumer<CollectProgress> progress) {
    List<MonitoredInstance> inventory = source.inventory();
    archive.addInventory(inventory);
    return collect(plan, inventory, progress);
  }

  /**
   * Collects from an inventory that has been read already.
   *
   * @throws CollectException if the credentials are refused; everything else is in the report
   */
  public CollectReport collect(
      CollectPlan plan, List<MonitoredInstance> inventory, Consumer<CollectProgress> progress) {
    List<CollectPlan.Task> all = plan.tasks(inventory, clock.instant());
    List<CollectPlan.Task> missing =
        all.stream().filter(task -> !archive.hasWholeDay(task.instance(), task.day())).toList();
    Run run = new Run(missing.size(), progress);
    run.all(missing, plan.concurrency());
    run.texts();
    marks();
    return new CollectReport(
        (int) all.stream().map(task -> task.instance().instance().resourceId()).distinct().count(),
        run.written.get(),
        all.size() - missing.size(),
        source.requests(),
        List.copyOf(run.failures),
        stopping);
  }

  /** Marks are worth having, but not worth failing for. */
  private void marks() {
    if (stopping) {
      return;
    }
    try {
      archive.addEvents(source.events());
    } catch (CollectException e) {
      LOG.warn("No marks of what RDS did: {} {}", e.getMessage(), e.hint());
    }
  }

  /** One collect under way. */
  private final class Run {
    private final int total;
    private final Consumer<CollectProgress> progress;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final Queue<CollectException> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, CollectPlan.Task> cutDigests = new ConcurrentHashMap<>();

    Run(int total, Consumer<CollectProgress> progress) {
      this.total = total;
      this.progress = progress;
    }

    void all(List<CollectPlan.Task> tasks, int concurrency) {
      ExecutorService pool = Executors.newFixedThreadPool(concurrency, Collector::thread);
      try {
        List<Future<?>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(pool.submit(() -> one(task))));
        Futures.join(futures);
      } finally {
        pool.shutdownNow();
      }
    }

    private void one(CollectPlan.Task task) {
      if (stopping) {
        return;
      }
      String name = task.instance().instance().name() + " " + task.day();
      try {
        put(task, fetch(task));
      } catch (CollectException e) {
        if (e.reason() == Reason.CREDENTIALS) {
          stopping = true;
          throw e;
        }
        LOG.debug("{}", name, e);
        failures.add(e);
      }
      progress.accept(new CollectProgress(done.incrementAndGet(), total, name));
    }

    /** A day that begins before the source's memory does is asked for as far as it is kept. */
    private InstanceDay fetch(CollectPlan.Task task) {
      try {
        return source.collect(task.instance(), task.range());
      } catch (CollectException e) {
        var kept = CollectPlan.kept(task.instance(), clock.instant());
        if (e.reason() != Reason.NOT_KEPT
            || !task.range().contains(kept)
            || kept.equals(task.range().from())) {
          throw e;
        }
        return source.collect(task.instance(), new TimeRange(kept, task.range().to()));
      }
    }

    private void put(CollectPlan.Task task, InstanceDay day) {
      archive.addTexts(day.texts());
      archive.putDay(day, task.whole() && day.range().equals(task.range()));
      written.incrementAndGet();
      day.texts().stream()
          .filter(t -> !t.complete())
          .forEach(t -> cutDigests.put(t.digest(), task));
    }

    /** Fetches the whole text of digests that were cut and are not known in full, each once. */
    void texts() {
      Map<String, StatementText> known = archive.statements();
      cutDigests
          .keySet()
          .removeIf(digest -> known.containsKey(digest) && known.get(digest).complete());
      Map<CollectPlan.Task, List<String>> byTask =
          cutDigests.entrySet().stream()
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getValue,
                      Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
      byTask.forEach(
          (task, digests) -> {
            if (!stopping) {
              List<DigestText> texts = source.fullTexts(task.instance(), task.range(), digests);
              archive.addTexts(texts);
            }
          });
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "collect");
    thread.setDaemon(true);
    return thread;
  }
}
