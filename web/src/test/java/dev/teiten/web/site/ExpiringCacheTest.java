package dev.teiten.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExpiringCacheTest {

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final ExpiringCache<String, Integer> cache =
      new ExpiringCache<>(clock, Duration.ofSeconds(60), 2);

  @Test
  void asksOnceWithinTheLifeOfAnAnswerAndAgainAfterIt() {
    assertThat(cache.get("a", asked::incrementAndGet)).isEqualTo(1);
    clock.now = clock.now.plusSeconds(59);
    assertThat(cache.get("a", asked::incrementAndGet)).isEqualTo(1);
    clock.now = clock.now.plusSeconds(1);
    assertThat(cache.get("a", asked::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void forgetsTheAnswerThatWasUsedLongestAgo() {
    cache.get("a", asked::incrementAndGet);
    cache.get("b", asked::incrementAndGet);
    cache.get("a", asked::incrementAndGet);
    cache.get("c", asked::incrementAndGet);
    assertThat(cache.get("a", asked::incrementAndGet)).isEqualTo(1);
    assertThat(cache.get("b", asked::incrementAndGet)).isEqualTo(4);
  }

  @Test
  void doesNotKeepAFailure() {
    assertThatThrownBy(
            () ->
                cache.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("not now");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not now");
    assertThat(cache.get("a", asked::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void givesOneAnswerToTwoReadersAtOnce() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> first =
          pool.submit(
              () ->
                  cache.get(
                      "a",
                      () -> {
                        started.countDown();
                        awaitQuietly(release);
                        return asked.incrementAndGet();
                      }));
      started.await();
      Future<Integer> second = pool.submit(() -> cache.get("a", asked::incrementAndGet));
      release.countDown();
      assertThat(first.get()).isEqualTo(1);
      assertThat(second.get()).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-11-18T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
