package dev.teiten.rank;

import dev.teiten.change.history.DayGrid;
import dev.teiten.cpu.CpuWork;
import dev.teiten.cpu.InstanceDigests;
import dev.teiten.cpu.PeakPercentile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The peak minutes of a cluster: the highest 1 % of its known minutes by CPU work, about 101 a
 * week. The lowest of them is the 99th percentile of the CPU work.
 */
final class PeakMinutes {
  private static final double NEARLY_AS_HIGH = 0.9;

  private final CpuWork work;
  private final DayGrid days;
  private final int[] known;
  private final int[][] knownByDay;
  private final int[] minutes;
  private final double percentileCores;

  PeakMinutes(CpuWork work, DayGrid days) {
    this.work = work;
    this.days = days;
    double[] cluster = work.cluster();
    this.known =
        IntStream.range(0, cluster.length).filter(t -> !Double.isNaN(cluster[t])).toArray();
    this.knownByDay = byDay(known, days);
    int count = PeakPercentile.count(known.length);
    this.percentileCores = count == 0 ? 0 : PeakPercentile.highest(pick(cluster), count);
    this.minutes = peakMinutes(cluster, count);
  }

  static int[][] byDay(int[] minutes, DayGrid days) {
    return IntStream.range(0, DayGrid.COUNT)
        .mapToObj(
            day ->
                Arrays.stream(minutes)
                    .filter(t -> t >= days.from(day) && t < days.to(day))
                    .toArray())
        .toArray(int[][]::new);
  }

  private int[] peakMinutes(double[] cluster, int count) {
    int[] above = Arrays.stream(known).filter(t -> cluster[t] > percentileCores).toArray();
    int[] equal = Arrays.stream(known).filter(t -> cluster[t] == percentileCores).toArray();
    int[] peak = Arrays.copyOf(above, count);
    // A saturated host has many equal minutes; the first of them fill up the count.
    System.arraycopy(equal, 0, peak, above.length, count - above.length);
    Arrays.sort(peak);
    return peak;
  }

  private double[] pick(double[] series) {
    double[] picked = new double[known.length];
    for (int i = 0; i < known.length; i++) {
      picked[i] = series[known[i]];
    }
    return picked;
  }

  /** The peak minutes in their order; empty where CPU work is unknown. */
  int[] minutes() {
    return minutes;
  }

  /**
   * The number of days with a minute nearly as high as the peak. Among days of a steady load, noise
   * alone decides which have the peak minutes.
   */
  int dayCount() {
    double[] cluster = work.cluster();
    return minutes.length == 0
        ? 0
        : (int)
            Arrays.stream(known)
                .filter(t -> cluster[t] >= NEARLY_AS_HIGH * percentileCores)
                .map(days::dayOf)
                .distinct()
                .count();
  }

  /** Mean DB load over the peak minutes, AAS, summed over the instances; null if unknown. */
  @Nullable Double loadAas() {
    if (minutes.length == 0) {
      return null;
    }
    double sum = 0;
    for (InstanceDigests instance : work.digests()) {
      double[] total = instance.instance().total();
      sum += Arrays.stream(minutes).mapToDouble(t -> Double.isNaN(total[t]) ? 0 : total[t]).sum();
    }
    return sum / minutes.length;
  }

  /** The part of one query in the peak; null if CPU work is unknown. */
  @Nullable PeakPart of(List<String> digests) {
    if (minutes.length == 0) {
      return null;
    }
    double[] cluster = work.cluster();
    double[] query = work.work(digests);
    double queryPeak = 0;
    double clusterPeak = 0;
    for (int t : minutes) {
      queryPeak += query[t];
      clusterPeak += cluster[t];
    }
    double[] without = without(query);
    return new PeakPart(
        clusterPeak > 0 ? queryPeak / clusterPeak : 0,
        removable(without),
        DayTails.of(without, knownByDay));
  }

  /**
   * The fall of the 99th percentile without a part of the cluster's work, in cores; null if CPU
   * work is unknown.
   *
   * @param part cores by minute
   */
  @Nullable Double removableCores(double[] part) {
    return minutes.length == 0 ? null : Double.valueOf(removable(without(part)));
  }

  private double[] without(double[] part) {
    double[] without = new double[part.length];
    Arrays.setAll(without, t -> work.cluster()[t] - part[t]);
    return without;
  }

  private double removable(double[] without) {
    return Math.max(0, percentileCores - PeakPercentile.highest(pick(without), minutes.length));
  }
}
