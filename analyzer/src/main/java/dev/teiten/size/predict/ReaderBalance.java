package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceWork;
import dev.teiten.size.demand.MinuteStatistics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the readers share their work today.
 *
 * @param number of lasting readers; if it is 0, the others are 0 too
 * @param backgroundCores mean constant background of a reader, in cores of the writer's class
 * @param ratios each reader's p99 of work beyond background, over the mean reader's at the p99 of
 *     the sum; the busiest first
 * @param spareImbalance busiest over mean reader, the 95th percentile over the peak minutes
 */
public record ReaderBalance(
    int number, double backgroundCores, List<Double> ratios, double spareImbalance) {

  /** The ratio of the busiest reader; 0 without readers. */
  public double imbalance() {
    return ratios.isEmpty() ? 0 : ratios.get(0);
  }

  /**
   * The ratio of the busiest of {@code kept} readers, as a mean over all choices of them. The fewer
   * are kept, the less likely today's busiest reader is among them.
   */
  double imbalance(int kept) {
    double mean = 0;
    double busiest = (double) kept / number;
    for (int i = 0; i + kept <= number; i++) {
      mean += busiest * ratios.get(i);
      busiest *= (double) (number - i - kept) / Math.max(1, number - i - 1);
    }
    return mean;
  }

  /**
   * Measures the balance of a week.
   *
   * @param unit cores of the writer's class for one core of the readers' class
   * @param together the readers' work beyond background by minute
   */
  static ReaderBalance of(List<InstanceWork> readers, double unit, double[] together) {
    if (readers.isEmpty()) {
      return new ReaderBalance(0, 0, List.of(), 0);
    }
    double background =
        unit
            * readers.stream()
                .mapToDouble(reader -> reader.background().cores())
                .average()
                .orElse(0);
    double meanP99 = MinuteStatistics.quantile(together, 0.99) / readers.size();
    List<Double> ratios =
        readers.stream()
            .map(reader -> unit * p99WithoutAgents(reader) - background)
            .map(p99 -> meanP99 > 0 ? p99 / meanP99 : 1)
            .sorted(Comparator.reverseOrder())
            .toList();
    return new ReaderBalance(
        readers.size(), background, ratios, peakImbalance(readers, unit, together, background));
  }

  private static double p99WithoutAgents(InstanceWork reader) {
    return reader.background().cores() + MinuteStatistics.quantile(reader.sessionWork(), 0.99);
  }

  private static double peakImbalance(
      List<InstanceWork> readers, double unit, double[] together, double background) {
    List<double[]> agents = readers.stream().map(reader -> reader.background().agents()).toList();
    double threshold = MinuteStatistics.quantile(together, 0.99);
    double[] imbalances = new double[together.length];
    Arrays.setAll(
        imbalances,
        t -> {
          double busiest =
              IntStream.range(0, agents.size())
                  .mapToDouble(i -> unit * (readers.get(i).work()[t] - agents.get(i)[t]))
                  .map(work -> work - background)
                  .max()
                  .orElse(0);
          return together[t] >= threshold && together[t] > 0
              ? busiest * readers.size() / together[t]
              : Double.NaN;
        });
    double p95 = MinuteStatistics.quantile(imbalances, 0.95);
    return Double.isNaN(p95) ? 1 : p95;
  }

  /**
   * The work beyond background of the busiest of {@code left} readers, in cores.
   *
   * @param together work of all readers, cores
   * @param spread 0 for today's imbalance, 1 for the largest assumed one
   * @param leastSpare the least of the largest imbalance
   */
  double busiest(int left, double together, double spread, double leastSpare) {
    // One reader shows no imbalance; two readers will have some.
    double low = number > 1 ? Math.max(1, imbalance(Math.min(left, number))) : leastSpare;
    double high = Math.max(low, Math.max(leastSpare, spareImbalance));
    double today = (number > 1 ? imbalance() : 1) * together / number;
    // A single reader carries everything, however uneven several would be.
    double factor = Math.min(left, low + spread * (high - low));
    double moved = factor * together / left;
    if (left == number) {
      return today;
    }
    // More readers never make the busiest one busier, fewer never relieve it.
    return left > number ? Math.min(moved, today) : Math.max(moved, today);
  }
}
