package dev.teiten.review;

import dev.teiten.load.ReviewWeek;
import dev.teiten.load.TeitenException;
import dev.teiten.review.promise.Promise;
import dev.teiten.review.promise.PromiseVerification;
import dev.teiten.review.store.Task;
import dev.teiten.review.store.TaskCard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of the promises of tasks. Reading the weeks behind one takes seconds, so a page does
 * not wait for it longer than its patience: the answer is there when it is asked again.
 */
final class TaskVerifications {
  private static final Logger LOG = LoggerFactory.getLogger(TaskVerifications.class);
  private static final int MOST = 500;

  private final BiFunction<List<Promise>, ReviewWeek, List<PromiseVerification>> verifier;
  private final IntSupplier archiveVersion;
  private final AtomicInteger made = new AtomicInteger();
  private final Map<List<Object>, CompletableFuture<List<PromiseVerification>>> asked =
      new LinkedHashMap<>();

  TaskVerifications(
      BiFunction<List<Promise>, ReviewWeek, List<PromiseVerification>> verifier,
      IntSupplier archiveVersion) {
    this.verifier = verifier;
    this.archiveVersion = archiveVersion;
  }

  /**
   * By task, one for each of its queries; a task is left out while they are being made, or cannot
   * be.
   *
   * @param patience how long to wait for them
   */
  Map<Long, List<PromiseVerification>> of(List<Task> tasks, ReviewWeek last, Duration patience) {
    Map<String, List<Task>> byCluster =
        tasks.stream()
            .filter(task -> isLiveBefore(task, last))
            .collect(Collectors.groupingBy(task -> task.card().cluster()));
    Instant until = Instant.now().plus(patience);
    Map<Long, List<PromiseVerification>> found = new HashMap<>();
    // All are begun before the first is waited for; a cluster's load is read once.
    List<Runnable> waits = new ArrayList<>();
    byCluster.values().forEach(of -> waits.add(begin(of, last, until, found)));
    waits.forEach(Runnable::run);
    return found;
  }

  private Runnable begin(
      List<Task> tasks,
      ReviewWeek last,
      Instant until,
      Map<Long, List<PromiseVerification>> found) {
    List<List<Promise>> promises = tasks.stream().map(TaskVerifications::promises).toList();
    CompletableFuture<List<PromiseVerification>> coming =
        start(promises.stream().flatMap(List::stream).toList(), last);
    return () -> {
      List<PromiseVerification> all = await(coming, until);
      int next = 0;
      for (int i = 0; i < tasks.size() && !all.isEmpty(); i++) {
        int end = next + promises.get(i).size();
        found.put(tasks.get(i).id(), all.subList(next, end));
        next = end;
      }
    };
  }

  private static boolean isLiveBefore(Task task, ReviewWeek last) {
    Instant fixedAt = task.card().fixedAt();
    return task.isVerifiable() && fixedAt != null && fixedAt.isBefore(last.range().to());
  }

  private static List<Promise> promises(Task task) {
    TaskCard card = task.card();
    double percent = Objects.requireNonNull(card.promised().percent());
    Instant fixedAt = Objects.requireNonNull(card.fixedAt());
    return card.fingerprints().stream()
        .map(query -> new Promise(card.cluster(), query, percent, fixedAt))
        .toList();
  }

  /** How many have been made so far. */
  int made() {
    return made.get();
  }

  private synchronized CompletableFuture<List<PromiseVerification>> start(
      List<Promise> promises, ReviewWeek last) {
    if (asked.size() > MOST) {
      asked.clear();
    }
    return asked.computeIfAbsent(
        List.of(promises, last, archiveVersion.getAsInt()),
        key -> CompletableFuture.supplyAsync(() -> verify(promises, last)));
  }

  private List<PromiseVerification> verify(List<Promise> promises, ReviewWeek last) {
    try {
      return verifier.apply(promises, last);
    } catch (TeitenException e) {
      // A cluster that the archive does not know, say: the task stays without an answer.
      return List.of();
    } catch (RuntimeException e) {
      // A defect here costs an answer, never the page that shows it.
      LOG.error("promises {} cannot be verified", promises, e);
      return List.of();
    } finally {
      made.incrementAndGet();
    }
  }

  private static List<PromiseVerification> await(
      CompletableFuture<List<PromiseVerification>> coming, Instant until) {
    try {
      long left = Math.max(0, Duration.between(Instant.now(), until).toMillis());
      return coming.get(left, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
