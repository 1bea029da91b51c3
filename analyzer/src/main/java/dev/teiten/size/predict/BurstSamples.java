package dev.teiten.size.predict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates variance over mean from counts of sessions, one a second. Consecutive seconds count the
 * same sessions. So the mean of a stretch hides some of the variance, which the autocovariance
 * gives back. And seconds are not independent, so the interval comes from the scatter of whole
 * days.
 */
final class BurstSamples {
  /** Seconds over which counts correlate; longer calls are not part of bursts. */
  private static final int LAGS = 30;

  private static final int MIN_SECONDS = 4 * LAGS;

  /** A block is a day of an instance. Fewer blocks say nothing of how they differ. */
  private static final int MIN_BLOCKS = 5;

  private static final double MIN_SESSIONS = 200;

  /** Counts that scatter less cannot be samples of independent sessions. */
  private static final double MIN_BURST = 0.3;

  /** Standard deviations on each side of a 95 % interval. */
  private static final double DEVIATIONS = 2;

  /** Sums over a block: squared deviations, and sessions counted. */
  private static final class Block {
    private double squares;
    private double counted;
  }

  private final List<Block> blocks = new ArrayList<>();
  private final double[] products = new double[LAGS + 1];
  private double seconds;
  private int stretches;
  private boolean counts = true;

  /** Begins a block, whose scatter is counted apart from the others. */
  void beginBlock() {
    blocks.add(new Block());
  }

  /** Adds a stretch of the current block, one count a second. */
  void add(double[] sessions) {
    if (sessions.length < MIN_SECONDS) {
      return;
    }
    double sum = 0;
    for (double count : sessions) {
      counts &= Math.abs(count - Math.rint(count)) < 1e-3;
      sum += count;
    }
    double mean = sum / sessions.length;
    for (int lag = 0; lag <= LAGS; lag++) {
      double product = 0;
      for (int i = 0; i + lag < sessions.length; i++) {
        product += (sessions[i] - mean) * (sessions[i + lag] - mean);
      }
      products[lag] += product;
      if (lag == 0) {
        Block block = blocks.get(blocks.size() - 1);
        block.squares += product;
        block.counted += sum;
      }
    }
    seconds += sessions.length;
    stretches++;
  }

  /** Null if the samples are too few, or are no counts of sessions. */
  @Nullable BurstRange estimate() {
    List<Block> used = blocks.stream().filter(block -> block.counted > 0).toList();
    double counted = used.stream().mapToDouble(block -> block.counted).sum();
    double squares = used.stream().mapToDouble(block -> block.squares).sum();
    if (!counts || used.size() < MIN_BLOCKS || counted < MIN_SESSIONS) {
      return null;
    }
    double burst = squares / counted;
    if (burst < MIN_BURST) {
      return null;
    }
    double scatter = 0;
    for (Block block : used) {
      scatter += Math.pow(block.squares - burst * block.counted, 2);
    }
    int n = used.size();
    double deviation = Math.sqrt(scatter * n / (n - 1)) / counted;
    double whole = 1 + varianceOfMean() * seconds / products[0];
    return BurstRange.within(
        whole * (burst - DEVIATIONS * deviation), whole * (burst + DEVIATIONS * deviation));
  }

  /**
   * The variance {@code V} of a stretch's mean. The autocovariances lack just {@code V}, so it
   * solves {@code V = (c0 + 2 sum c_k) / n} with {@code V} added to each of them.
   */
  private double varianceOfMean() {
    double length = seconds / stretches;
    double sum = products[0] / seconds;
    double weights = 1;
    for (int lag = 1; lag <= LAGS; lag++) {
      sum += 2 * products[lag] / seconds;
      weights += 2 * (1 - lag / length);
    }
    return Math.max(0, sum / length / (1 - weights / length));
  }
}
