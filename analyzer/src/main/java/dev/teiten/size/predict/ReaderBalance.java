package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceWork;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How the readers share their work today.
 *
 * @param number of lasting readers; 0 makes the rest 0
 * @param backgroundCores what each does without queries, mean
 * @param parts each reader's work beyond background at its p99, over the mean reader's at the
 *     readers' p99; the busiest first
 * @param spareImbalance the 95th percentile over the peak minutes of busiest over mean reader
 */
public record ReaderBalance(
    int number, double backgroundCores, List<Double> parts, double spareImbalance) {

  /** The part of the busiest; 0 without readers. */
  public double imbalance() {
    return parts.isEmpty() ? 0 : parts.get(0);
  }

  /**
   * The part of the busiest of so many that are kept, if any of them may be: the fewer, the less
   * likely is the busiest of today one of them. As a mean over all choices.
   */
  double imbalance(int kept) {
    double mean = 0;
    double busiest = (double) kept / number;
    for (int i = 0; i + kept <= number; i++) {
      mean += busiest * parts.get(i);
      busiest *= (double) (number - i - kept) / Math.max(1, number - i - 1);
    }
    return mean;
  }

  /**
   * @param unit what the readers' cores are worth in those of {@code together}
   * @param together the readers' work beyond background by minute
   */
  static ReaderBalance of(List<InstanceWork> readers, double unit, double[] together) {
    if (readers.isEmpty()) {
      return new ReaderBalance(0, 0, List.of(), 0);
    }
    double background =
        unit * readers.stream().mapToDouble(InstanceWork::backgroundCores).average().orElse(0);
    double meanP99 = MinuteStatistics.quantile(together, 0.99) / readers.size();
    List<Double> parts =
        readers.stream()
            .map(reader -> unit * MinuteStatistics.quantile(reader.work(), 0.99) - background)
            .map(p99 -> meanP99 > 0 ? p99 / meanP99 : 1)
            .sorted(Comparator.reverseOrder())
            .toList();
    return new ReaderBalance(
        readers.size(), background, parts, peakImbalance(readers, unit, together, background));
  }

  private static double peakImbalance(
      List<InstanceWork> readers, double unit, double[] together, double background) {
    double threshold = MinuteStatistics.quantile(together, 0.99);
    double[] ratios = new double[together.length];
    Arrays.setAll(
        ratios,
        t -> {
          double busiest =
              readers.stream()
                  .mapToDouble(reader -> unit * reader.work()[t] - background)
                  .max()
                  .orElse(0);
          return together[t] >= threshold && together[t] > 0
              ? busiest * readers.size() / together[t]
              : Double.NaN;
        });
    double p95 = MinuteStatistics.quantile(ratios, 0.95);
    return Double.isNaN(p95) ? 1 : p95;
  }

  /**
   * The work beyond background of the busiest of {@code left} readers.
   *
   * @param together of all readers, cores
   * @param spread 0 for today's imbalance, 1 for the largest assumed
   */
  double busiest(int left, double together, double spread, double leastSpare) {
    // One reader shows no imbalance; two of them will have some.
    double low = number > 1 ? Math.max(1, imbalance(Math.min(left, number))) : leastSpare;
    double high = Math.max(low, Math.max(leastSpare, spareImbalance));
    double today = (number > 1 ? imbalance() : 1) * together / number;
    // The only reader carries everything, however uneven several would be.
    double factor = Math.min(left, low + spread * (high - low));
    double moved = factor * together / left;
    if (left == number) {
      return today;
    }
    // More readers never make the busiest one busier, fewer never relieve it.
    return left > number ? Math.min(moved, today) : Math.max(moved, today);
  }
}
