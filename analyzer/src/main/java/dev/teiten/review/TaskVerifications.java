package dev.teiten.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * The verifications of the promises of tasks. Reading the weeks behind a promise takes seconds, so
 * a page waits for a limited time only. A later request finds the answer.
 */
final class TaskVerifications {
  private static final Logger LOG = LoggerFactory.getLogger(TaskVerifications.class);
  private static final int MAX_VERIFICATIONS = 500;

  private final BiFunction<List<Promise>, ReviewWeek, List<PromiseVerification>> verifier;
  private final IntSupplier archiveVersion;
  private final AtomicInteger made = new AtomicInteger();
  private final Cache<Key, CompletableFuture<List<PromiseVerification>>> started =
      Caffeine.newBuilder().maximumSize(MAX_VERIFICATIONS).build();

  private record Key(List<Promise> promises, ReviewWeek last, int archiveVersion) {}

  TaskVerifications(
      BiFunction<List<Promise>, ReviewWeek, List<PromiseVerification>> verifier,
      IntSupplier archiveVersion) {
    this.verifier = verifier;
    this.archiveVersion = archiveVersion;
  }

  /**
   * By task number, a verification for each of its queries. A task is missing while its
   * verifications are being made, or if they cannot be made.
   *
   * @param patience how long to wait for them
   */
  Map<Long, List<PromiseVerification>> of(List<Task> tasks, ReviewWeek last, Duration patience) {
    Map<String, List<Task>> byCluster =
        tasks.stream()
            .filter(task -> isLiveBefore(task, last))
            .collect(Collectors.groupingBy(task -> task.card().cluster()));
    long deadline = System.nanoTime() + patience.toNanos();
    Map<Long, List<PromiseVerification>> verifications = new HashMap<>();
    // All are started before the first wait; the load of a cluster is read once.
    List<Runnable> waits = new ArrayList<>();
    byCluster
        .values()
        .forEach(ofCluster -> waits.add(begin(ofCluster, last, deadline, verifications)));
    waits.forEach(Runnable::run);
    return verifications;
  }

  private Runnable begin(
      List<Task> tasks,
      ReviewWeek last,
      long deadline,
      Map<Long, List<PromiseVerification>> verifications) {
    List<List<Promise>> promises = tasks.stream().map(TaskVerifications::promises).toList();
    CompletableFuture<List<PromiseVerification>> coming =
        start(promises.stream().flatMap(List::stream).toList(), last);
    return () -> {
      List<PromiseVerification> ofCluster = await(coming, deadline);
      int next = 0;
      for (int i = 0; i < tasks.size() && !ofCluster.isEmpty(); i++) {
        int end = next + promises.get(i).size();
        verifications.put(tasks.get(i).id(), ofCluster.subList(next, end));
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

  /** The number of verifications made so far. */
  int made() {
    return made.get();
  }

  private CompletableFuture<List<PromiseVerification>> start(
      List<Promise> promises, ReviewWeek last) {
    return started.get(
        new Key(promises, last, archiveVersion.getAsInt()),
        key -> CompletableFuture.supplyAsync(() -> verify(promises, last)));
  }

  private List<PromiseVerification> verify(List<Promise> promises, ReviewWeek last) {
    try {
      return verifier.apply(promises, last);
    } catch (TeitenException e) {
      // The task stays without an answer: the archive may not know its cluster.
      return List.of();
    } catch (RuntimeException e) {
      // A defect here costs an answer, but never the page.
      LOG.error("promises {} cannot be verified", promises, e);
      return List.of();
    } finally {
      made.incrementAndGet();
    }
  }

  private static List<PromiseVerification> await(
      CompletableFuture<List<PromiseVerification>> coming, long deadline) {
    try {
      return coming.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
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
