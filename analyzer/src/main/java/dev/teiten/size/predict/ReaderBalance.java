package dev.teiten.size.predict;

import dev.teiten.cpu.InstanceWork;
import dev.teiten.size.demand.ClusterWork;
import dev.teiten.size.demand.MinuteStatistics;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

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
   * Measures the balance of a week. An instance counts in the minutes in which it was a reader, and
   * is compared with the mean reader of these minutes.
   *
   * @param together the readers' work beyond background by minute
   */
  static ReaderBalance of(ClusterWork work, double[] together) {
    int number = work.readers().size();
    if (number == 0) {
      return new ReaderBalance(0, 0, List.of(), 0);
    }
    List<InstanceWork> readers =
        work.all().stream()
            .sorted(Comparator.comparing(member -> -work.reading(member).cardinality()))
            .limit(number)
            .toList();
    double background =
        work.readerUnit()
            * readers.stream()
                .mapToDouble(reader -> reader.background().cores())
                .average()
                .orElse(0);
    double[] mean = mean(together, work.readersByMinute());
    List<Double> ratios =
        readers.stream()
            .map(reader -> ratio(reader, work, background, mean))
            .sorted(Comparator.reverseOrder())
            .toList();
    return new ReaderBalance(
        number, background, ratios, peakImbalance(work, background, together, mean));
  }

  /** The work of the mean reader beyond background; {@code NaN} where no reader ran. */
  private static double[] mean(double[] together, int[] readers) {
    double[] mean = new double[together.length];
    Arrays.setAll(mean, t -> readers[t] == 0 ? Double.NaN : together[t] / readers[t]);
    return mean;
  }

  /** The p99 of a reader over that of the mean reader, both beyond background. */
  private static double ratio(
      InstanceWork reader, ClusterWork work, double background, double[] mean) {
    BitSet reading = work.reading(reader);
    double meanP99 = MinuteStatistics.quantile(within(reading, mean), 0.99);
    double sessions = MinuteStatistics.quantile(within(reading, reader.sessionWork()), 0.99);
    double p99 = work.readerUnit() * (reader.background().cores() + sessions) - background;
    return meanP99 > 0 && !Double.isNaN(p99) ? p99 / meanP99 : 1;
  }

  private static double[] within(BitSet minutes, double[] series) {
    double[] within = series.clone();
    for (int t = minutes.nextClearBit(0); t < within.length; t = minutes.nextClearBit(t + 1)) {
      within[t] = Double.NaN;
    }
    return within;
  }

  private static double peakImbalance(
      ClusterWork work, double background, double[] together, double[] mean) {
    double threshold = MinuteStatistics.quantile(together, 0.99);
    double[] busiest = new double[together.length];
    for (InstanceWork reader : work.all()) {
      double[] agents = reader.background().agents();
      work.reading(reader).stream()
          .filter(t -> t < busiest.length)
          .forEach(
              t -> {
                double beyond = work.readerUnit() * (reader.work()[t] - agents[t]) - background;
                busiest[t] = Math.max(busiest[t], beyond);
              });
    }
    Arrays.setAll(
        busiest,
        t ->
            together[t] >= threshold && together[t] > 0 && mean[t] > 0
                ? busiest[t] / mean[t]
                : Double.NaN);
    double p95 = MinuteStatistics.quantile(busiest, 0.95);
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
