package dev.teiten.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes missing results in the background: as many at once as there are cores, first come, first
 * served, and each once. A result that nobody has asked for since is given up before it is begun.
 * Threads do not keep the program from ending.
 */
final class AnalysisQueue {
  private static final Logger LOG = LoggerFactory.getLogger(AnalysisQueue.class);

  /** A page that waits asks again every few seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A failed analysis is tried again after this time. */
  private static final Duration RETRY = Duration.ofMinutes(1);

  private static final Duration IDLE = Duration.ofSeconds(10);

  private final LongSupplier nanos;
  private final ThreadPoolExecutor workers;
  private final Map<Object, Job> jobs = new ConcurrentHashMap<>();
  private final Cache<Object, Boolean> failed;

  AnalysisQueue() {
    this(Runtime.getRuntime().availableProcessors(), System::nanoTime);
  }

  /**
   * @param workers most results made at once
   * @param nanos a clock in nanoseconds
   */
  AnalysisQueue(int workers, LongSupplier nanos) {
    this.nanos = nanos;
    this.workers =
        new ThreadPoolExecutor(
            workers,
            workers,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            AnalysisQueue::thread);
    this.workers.allowCoreThreadTimeOut(true);
    this.failed = Caffeine.newBuilder().expireAfterWrite(RETRY).ticker(nanos::getAsLong).build();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "analysis");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Asks for a result.
   *
   * @param key of the result; while it waits or is being made, it is not queued again
   * @return false if making it has failed within the last minute
   */
  boolean want(Object key, Runnable work) {
    if (failed.getIfPresent(key) != null) {
      return false;
    }
    jobs.compute(
        key,
        (same, waiting) -> {
          Job job = waiting == null ? new Job(key, work) : waiting;
          job.wantedAt = nanos.getAsLong();
          if (waiting == null) {
            workers.execute(job);
          }
          return job;
        });
    return true;
  }

  private final class Job implements Runnable {
    private final Object key;
    private final Runnable work;
    private volatile long wantedAt;

    Job(Object key, Runnable work) {
      this.key = key;
      this.work = work;
    }

    @Override
    public void run() {
      try {
        if (nanos.getAsLong() - wantedAt <= PATIENCE.toNanos()) {
          work.run();
        }
      } catch (RuntimeException e) {
        failed.put(key, true);
        LOG.warn("The result of {} could not be made", key, e);
      } finally {
        jobs.remove(key);
      }
    }
  }
}
