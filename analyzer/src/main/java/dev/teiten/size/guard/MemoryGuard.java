package dev.teiten.size.guard;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.load.Engine;
import dev.teiten.load.Sentence;
import dev.teiten.size.predict.ClusterShape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the memory of a capacity is enough. The misses of a smaller buffer pool cannot be
 * computed from a hit ratio. A smaller pool therefore passes only where next to nothing is read
 * from storage, and even then it needs a trial.
 */
final class MemoryGuard {
  /** Hit ratio of the buffer pool that allows it to shrink. */
  private static final double MIN_HIT_RATIO = 0.999;

  /** Page reads a second (1.6 MB/s) that count as next to nothing. */
  private static final double FEW_PAGE_READS = 100;

  /**
   * Temporary files, bytes a second, that count as next to nothing. They lie on the storage of the
   * host, and a smaller class has less of it.
   */
  private static final double FEW_TEMP_BYTES = 1e6;

  /** Share of memory that has to stay free. */
  private static final double MIN_FREE_SHARE = 0.02;

  private static final double BYTES_PER_MB = 1e6;

  private final CounterExtremes extremes;
  private final ClusterShape today;
  private final Engine engine;

  MemoryGuard(CounterExtremes extremes, ClusterShape today, Engine engine) {
    this.extremes = extremes;
    this.today = today;
    this.engine = engine;
  }

  Guard check(ClusterShape shape) {
    Double hitRatio = extremes.hitRatio();
    Double freeShare = extremes.freeMemoryShare();
    if (hitRatio == null) {
      return Guard.unknown(GuardName.MEMORY, GuardText.NO_HIT_RATIO);
    }
    if (freeShare == null) {
      return Guard.unknown(GuardName.MEMORY, GuardText.NO_FREE_MEMORY);
    }
    Double swapping = extremes.swapOutBytesPerSecond();
    if (freeShare < MIN_FREE_SHARE || (swapping != null && swapping > 0)) {
      double swapped = swapping == null ? 0 : swapping;
      return Guard.of(GuardName.MEMORY, false, GuardText.MEMORY_SHORT, 100 * freeShare, swapped);
    }
    return shrinks(shape) ? smallerPool(shape, hitRatio) : samePool(hitRatio, freeShare);
  }

  private boolean shrinks(ClusterShape shape) {
    return shrinks(shape.writer(), today.writer())
        || shrinks(shape.readerOrWriter(), today.readerOrWriter());
  }

  /** The pool of Serverless v2 follows the load: it may shrink at the minimum and at the peak. */
  private static boolean shrinks(InstanceClass to, InstanceClass from) {
    return to.memoryGib() < from.memoryGib() || to.mostMemoryGib() < from.mostMemoryGib();
  }

  /** No counter tells whether the minimum of Serverless v2 holds the working set. */
  private boolean leavesTheMinimum(ClusterShape shape) {
    return leavesTheMinimum(shape.writer(), today.writer())
        || leavesTheMinimum(shape.readerOrWriter(), today.readerOrWriter());
  }

  private static boolean leavesTheMinimum(InstanceClass to, InstanceClass from) {
    return to.acu() != null && to.memoryGib() < from.memoryGib();
  }

  private Guard samePool(double hitRatio, double freeShare) {
    return Guard.of(
        GuardName.MEMORY, true, GuardText.SAME_POOL, 100 * hitRatio, 100 * freeShare, temporary());
  }

  private Guard smallerPool(ClusterShape shape, double hitRatio) {
    Double reads = extremes.pageReadsPerSecond();
    if (!leavesTheMinimum(shape)
        && reads != null
        && hitRatio >= MIN_HIT_RATIO
        && reads <= FEW_PAGE_READS
        && fewFiles()) {
      return Guard.of(
          GuardName.MEMORY,
          true,
          GuardText.SMALLER_POOL,
          shape.smallest().memoryGib(),
          100 * hitRatio,
          100 * MIN_HIT_RATIO,
          reads,
          FEW_PAGE_READS,
          temporary());
    }
    return Guard.unknown(
        GuardName.MEMORY,
        GuardText.SMALLER_POOL_UNKNOWN,
        shape.smallest().memoryGib(),
        100 * hitRatio,
        100 * MIN_HIT_RATIO,
        numberOrUnknown("%.0f", reads),
        FEW_PAGE_READS,
        temporary());
  }

  /** PostgreSQL sorts and hashes beyond work_mem in files; MySQL's tables have no known limit. */
  private boolean fewFiles() {
    Double bytes = extremes.tempFileBytesPerSecond();
    return !engine.isPostgresql() || (bytes != null && bytes <= FEW_TEMP_BYTES);
  }

  private Sentence temporary() {
    if (!engine.isPostgresql()) {
      return GuardText.TMP_TABLES.of(numberOrUnknown("%.1f", extremes.tmpDiskTablesPerSecond()));
    }
    Double bytes = extremes.tempFileBytesPerSecond();
    Object shown = numberOrUnknown("%.1f", bytes == null ? null : bytes / BYTES_PER_MB);
    return GuardText.TEMP_FILES.of(shown, FEW_TEMP_BYTES / BYTES_PER_MB);
  }

  private static Object numberOrUnknown(String format, @Nullable Double value) {
    return value == null ? GuardText.UNKNOWN.of() : String.format(Locale.ROOT, format, value);
  }
}
