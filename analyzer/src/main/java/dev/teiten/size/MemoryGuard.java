package dev.teiten.size;

import dev.teiten.size.SizingAdvice.Guard;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the memory of a capacity is enough. What a smaller buffer pool would miss cannot be
 * computed from a hit ratio; a smaller one passes only where next to nothing is read from storage,
 * and even then it wants a trial.
 */
final class MemoryGuard {
  /** Of the buffer pool, before it may shrink. */
  private static final double MIN_HIT_RATIO = 0.999;

  /** Page reads a second (1.6 MB/s) that count as next to nothing. */
  private static final double FEW_PAGE_READS = 100;

  private static final double MIN_FREE_SHARE = 0.02;

  private final CounterExtremes peaks;
  private final ClusterShape today;

  MemoryGuard(CounterExtremes peaks, ClusterShape today) {
    this.peaks = peaks;
    this.today = today;
  }

  Guard check(ClusterShape shape) {
    Double hit = peaks.hitRatio();
    Double free = peaks.freeMemoryShare();
    if (hit == null || free == null) {
      return ResourceGuards.unknown(
          "memory", hit == null ? SizingText.NO_HIT_RATIO : SizingText.NO_FREE_MEMORY);
    }
    Double swapping = peaks.swapOutBytesPerSecond();
    if (free < MIN_FREE_SHARE || (swapping != null && swapping > 0)) {
      return ResourceGuards.guard(
          "memory", false, SizingText.MEMORY_SHORT, 100 * free, swapping == null ? 0 : swapping);
    }
    return shrinks(shape) ? smallerPool(shape, hit) : samePool(hit, free);
  }

  private boolean shrinks(ClusterShape shape) {
    return shape.writer().memoryGib() < today.writer().memoryGib()
        || shape.readerOrWriter().memoryGib() < today.readerOrWriter().memoryGib();
  }

  private Guard samePool(double hit, double free) {
    return ResourceGuards.guard(
        "memory", true, SizingText.SAME_POOL, 100 * hit, 100 * free, tmpDiskTables());
  }

  private Guard smallerPool(ClusterShape shape, double hit) {
    Double reads = peaks.pageReadsPerSecond();
    if (reads != null && hit >= MIN_HIT_RATIO && reads <= FEW_PAGE_READS) {
      return ResourceGuards.guard(
          "memory",
          true,
          SizingText.SMALLER_POOL,
          shape.smallest().memoryGib(),
          100 * hit,
          100 * MIN_HIT_RATIO,
          reads,
          FEW_PAGE_READS,
          tmpDiskTables());
    }
    return ResourceGuards.unknown(
        "memory",
        SizingText.SMALLER_POOL_UNKNOWN,
        shape.smallest().memoryGib(),
        100 * hit,
        100 * MIN_HIT_RATIO,
        known("%.0f", reads),
        FEW_PAGE_READS,
        tmpDiskTables());
  }

  /** Of temporary tables that memory has no room for no limit is known: they are only shown. */
  private Object tmpDiskTables() {
    return known("%.1f", peaks.tmpDiskTablesPerSecond());
  }

  private static Object known(String format, @Nullable Double value) {
    return value == null ? SizingText.UNKNOWN.of() : String.format(Locale.ROOT, format, value);
  }
}
