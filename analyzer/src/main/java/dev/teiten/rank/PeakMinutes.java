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
 * The minutes in which the cluster works hardest: the highest 1 % of its known minutes by CPU work,
 * about 101 a week. The lowest of them is the 99th percentile that a query is measured against.
 */
final class PeakMinutes {
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
    int[] all = Arrays.copyOf(above, count);
    // Of equal minutes (a saturated host has many) the first ones, so that the count is kept.
    System.arraycopy(equal, 0, all, above.length, count - above.length);
    Arrays.sort(all);
    return all;
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

  /** On how many days the peak minutes lie. */
  int dayCount() {
    return (int) Arrays.stream(minutes).map(days::dayOf).distinct().count();
  }

  /** Mean DB load over the peak minutes of the instances that have one; null where unknown. */
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

  /** What one query does to the peak; null where CPU work is unknown. */
  @Nullable PeakPart of(List<String> digests) {
    if (minutes.length == 0) {
      return null;
    }
    double[] cluster = work.cluster();
    double[] own = work.work(digests);
    double ownPeak = 0;
    double allPeak = 0;
    for (int t : minutes) {
      ownPeak += own[t];
      allPeak += cluster[t];
    }
    double[] without = new double[own.length];
    Arrays.setAll(without, t -> cluster[t] - own[t]);
    double left = PeakPercentile.highest(pick(without), minutes.length);
    return new PeakPart(
        allPeak > 0 ? ownPeak / allPeak : 0,
        Math.max(0, percentileCores - left),
        DayTails.of(without, knownByDay));
  }
}
