package dev.teiten.collect;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A clock that jumps to the awaited moment: a minute of looks takes a second or less. */
public final class SteppedClock extends Clock implements SamplingPause {
  private final long realMillis;
  private final Consumer<Instant> eachTime;
  private Instant now;

  /**
   * @param realMillis real duration of a wait
   * @param eachTime receives the new time after each jump
   */
  public SteppedClock(Instant start, long realMillis, Consumer<Instant> eachTime) {
    this.now = start;
    this.realMillis = realMillis;
    this.eachTime = eachTime;
  }

  @Override
  public void until(Instant due, CountDownLatch stopped) throws InterruptedException {
    Thread.sleep(realMillis);
    now = due;
    eachTime.accept(due);
  }

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
    throw new UnsupportedOperationException("instants only");
  }
}
