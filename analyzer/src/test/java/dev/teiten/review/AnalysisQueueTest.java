package dev.teiten.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One worker, so that the order is known. */
class AnalysisQueueTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AnalysisQueue queue = new AnalysisQueue(1, nanos::get);
  private final List<String> made = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch free = new CountDownLatch(1);

  private void want(String key) {
    assertThat(queue.want(key, () -> made.add(key))).isTrue();
  }

  /** Keeps the worker busy, so that what follows waits in the queue. */
  private void block() throws InterruptedException {
    queue.want(
        "first",
        () -> {
          busy.countDown();
          await(free);
          made.add("first");
        });
    await(busy);
  }

  private void finish() throws InterruptedException {
    free.countDown();
    CountDownLatch last = new CountDownLatch(1);
    queue.want("last", last::countDown);
    await(last);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void firstComeFirstServedAndEachOnce() throws InterruptedException {
    block();
    want("b");
    want("a");
    want("b");
    want("first");
    finish();
    assertThat(made).containsExactly("first", "b", "a");
  }

  @Test
  void whatNobodyWaitsForIsGivenUp() throws InterruptedException {
    block();
    want("left");
    want("watched");
    nanos.addAndGet(Duration.ofSeconds(20).toNanos());
    want("watched");
    nanos.addAndGet(Duration.ofSeconds(20).toNanos());
    finish();
    assertThat(made).containsExactly("first", "watched");
    want("left");
  }

  @Test
  void aFailureIsToldAndTriedAgainAfterAMinute() throws InterruptedException {
    queue.want(
        "bad",
        () -> {
          throw new IllegalStateException("no such luck");
        });
    finish();
    assertThat(queue.want("bad", () -> made.add("bad"))).isFalse();
    want("good");
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    want("bad");
  }
}
