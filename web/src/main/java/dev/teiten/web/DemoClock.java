package dev.teiten.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A clock of the simulated fleet that can be held in the past. Thread-safe. */
final class DemoClock extends Clock {
  private final Clock present;
  private volatile @Nullable Instant held;

  DemoClock(Clock present) {
    this.present = present;
  }

  /** Stops this clock at an instant. */
  void hold(Instant at) {
    held = at;
  }

  /** Returns to the present. */
  void release() {
    held = null;
  }

  @Override
  public Instant instant() {
    Instant at = held;
    return at == null ? present.instant() : at;
  }

  @Override
  public ZoneId getZone() {
    return present.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants only");
  }
}
