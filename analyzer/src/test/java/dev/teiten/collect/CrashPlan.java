package dev.teiten.collect;

import dev.teiten.archive.files.ArchiveException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts steps, and ends everything at one of them: no thread gets any further. */
final class CrashPlan {
  private final AtomicInteger steps = new AtomicInteger();
  private final int last;
  private final boolean killing;

  private CrashPlan(int last, boolean killing) {
    this.last = last;
    this.killing = killing;
  }

  /**
   * @param last the step that is not survived, from 1
   * @param killing whether as if the process were killed, rather than as a full disk
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

  /** As abrupt as can be within a process: nothing catches it on purpose. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
