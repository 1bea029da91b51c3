package dev.teiten.size.predict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates variance over mean from counts of sessions, one a second. Seconds that follow each
 * other count the same sessions, so a stretch's own mean takes away some of the variance, and its
 * seconds are worth fewer than their number: the first is given back by the autocovariance, the
 * second answered by letting whole days vary.
 */
final class BurstSamples {
  /** Seconds over which counts go together: calls that take longer are not what bursts are of. */
  private static final int LAGS = 30;

  private static final int SHORTEST = 4 * LAGS;

  /** A day of an instance is a block; fewer say nothing of how blocks differ. */
  private static final int MIN_BLOCKS = 5;

  private static final double MIN_COUNTED = 200;

  /** Counts that scatter less cannot be samples of independent sessions. */
  private static final double LEAST = 0.3;

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

  /** What is added from now on varies apart from what was added before. */
  void block() {
    blocks.add(new Block());
  }

  /** A stretch of the block. */
  void add(double[] sessions) {
    if (sessions.length < SHORTEST) {
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

  /** Null if they are too few, or no counts of sessions. */
  @Nullable BurstRange estimate() {
    List<Block> used = blocks.stream().filter(block -> block.counted > 0).toList();
    double counted = used.stream().mapToDouble(block -> block.counted).sum();
    double squares = used.stream().mapToDouble(block -> block.squares).sum();
    if (!counts || used.size() < MIN_BLOCKS || counted < MIN_COUNTED) {
      return null;
    }
    double burst = squares / counted;
    if (burst < LEAST) {
      return null;
    }
    double scatter = 0;
    for (Block block : used) {
      scatter += Math.pow(block.squares - burst * block.counted, 2);
    }
    int n = used.size();
    double deviation = Math.sqrt(scatter * n / (n - 1)) / counted;
    double whole = 1 + ofMean() * seconds / products[0];
    return BurstRange.within(
        whole * (burst - DEVIATIONS * deviation), whole * (burst + DEVIATIONS * deviation));
  }

  /**
   * The variance of a stretch's mean, from autocovariances that lack just that: {@code V = (c0 + 2
   * sum c_k) / n} with {@code V} added to each of them.
   */
  private double ofMean() {
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
