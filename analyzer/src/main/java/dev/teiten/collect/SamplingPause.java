package dev.teiten.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The way in which a sampler waits for its next sample. */
public interface SamplingPause {

  /**
   * Waits until {@code due}, or until the latch opens.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void until(Instant due, CountDownLatch stopped) throws InterruptedException;

  /** Waits by a clock that runs at normal speed. */
  static SamplingPause by(Clock clock) {
    return (due, stopped) -> {
      long nanos = Duration.between(clock.instant(), due).toNanos();
      if (stopped.await(nanos, TimeUnit.NANOSECONDS)) {
        return;
      }
    };
  }
}
