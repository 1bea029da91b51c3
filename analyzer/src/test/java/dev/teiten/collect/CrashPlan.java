package dev.teiten.collect;

import dev.teiten.archive.files.ArchiveException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts steps and ends every thread at a chosen step. */
final class CrashPlan {
  private final AtomicInteger steps = new AtomicInteger();
  private final int last;
  private final boolean killing;

  private CrashPlan(int last, boolean killing) {
    this.last = last;
    this.killing = killing;
  }

  /**
   * @param last the step at which the run ends, from 1
   * @param killing true to end as a killed process does, false to fail as a full disk does
   */
  static CrashPlan after(int last, boolean killing) {
    return new CrashPlan(last, killing);
  }

  static CrashPlan none() {
    return new CrashPlan(Integer.MAX_VALUE, true);
  }

  void step() {
    if (steps.incrementAndGet() >= last) {
      if (killing) {
        throw new Killed();
      }
      throw new ArchiveException("No space left on device", "Free some.");
    }
  }

  int steps() {
    return steps.get();
  }

  boolean isOver() {
    return steps.get() >= last;
  }

  /** Ends a thread as abruptly as a process allows: no code catches this error on purpose. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
