package dev.teiten.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a sampler waits for the next look. */
public interface SamplingPause {

  /**
   * Waits until a moment, or until the latch opens.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void until(Instant due, CountDownLatch stopped) throws InterruptedException;

  /** By a clock that goes as fast as time does. */
  static SamplingPause by(Clock clock) {
    return (due, stopped) -> {
      long nanos = Duration.between(clock.instant(), due).toNanos();
      if (stopped.await(nanos, TimeUnit.NANOSECONDS)) {
        return;
      }
    };
  }
}
