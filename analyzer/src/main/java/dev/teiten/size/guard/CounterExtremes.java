package dev.teiten.size.guard;

import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.size.demand.ClusterMembers;
import dev.teiten.size.demand.MinuteStatistics;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The extremes of the week's counters, for the guards. A value is null if one of the instances
 * lacks the counter, since the extreme of the others would say nothing.
 *
 * @param hitRatio lowest 1st percentile of the buffer pool's hit ratio, 0..1
 * @param freeMemoryShare lowest 1st percentile of free memory, with page cache, over all memory,
 *     0..1
 * @param swapOutBytesPerSecond highest 99th percentile
 * @param pageReadsPerSecond 99.9th percentile of page reads from storage of the busiest instance
 * @param tmpDiskTablesPerSecond highest 99th percentile of temporary tables made on disk
 * @param tempFileBytesPerSecond highest 99th percentile of temporary files written
 * @param writer traffic of the writer
 * @param readers traffic of all readers together; zeros without readers
 * @param meanReader traffic of all readers over their number in that minute; null where their
 *     number is not scaled
 */
public record CounterExtremes(
    @Nullable Double hitRatio,
    @Nullable Double freeMemoryShare,
    @Nullable Double swapOutBytesPerSecond,
    @Nullable Double pageReadsPerSecond,
    @Nullable Double tmpDiskTablesPerSecond,
    @Nullable Double tempFileBytesPerSecond,
    Flow writer,
    Flow readers,
    @Nullable Flow meanReader) {

  /**
   * The traffic of the writer, of all readers together, or of the mean reader.
   *
   * @param connections highest number of connections
   * @param maxConnections lowest number that an instance allows; null if one does not state it
   * @param networkBytesPerSecond 99.9th percentile of the busier direction
   * @param pageReadsPerSecond 99.9th percentile
   */
  public record Flow(
      @Nullable Double connections,
      @Nullable Double maxConnections,
      @Nullable Double networkBytesPerSecond,
      @Nullable Double pageReadsPerSecond) {

    static Flow of(Sums sums) {
      return new Flow(
          sums.extreme(InstanceCounter.CONNECTIONS, 1),
          negated(
              worst(
                  sums.withRole(),
                  member -> -quantile(InstanceCounter.MAX_CONNECTIONS, member, 0.01))),
          larger(
              sums.extreme(InstanceCounter.NETWORK_RECEIVED_BYTES_PER_SECOND, 0.999),
              sums.extreme(InstanceCounter.NETWORK_SENT_BYTES_PER_SECOND, 0.999)),
          sums.extreme(InstanceCounter.BUFFER_POOL_READS_PER_SECOND, 0.999));
    }
  }

  /**
   * Sums over the instances of the minutes in which each had a role.
   *
   * @param mean whether a sum is divided by the number of instances that had the role
   */
  private record Sums(
      List<InstanceLoad> members, Function<InstanceLoad, BitSet> role, boolean mean) {

    private List<InstanceLoad> withRole() {
      return members.stream().filter(member -> !role.apply(member).isEmpty()).toList();
    }

    private @Nullable Double extreme(InstanceCounter counter, double quantile) {
      double[] sum = new double[members.isEmpty() ? 0 : members.get(0).total().length];
      int[] number = new int[sum.length];
      for (InstanceLoad member : members) {
        BitSet minutes = role.apply(member);
        double @Nullable [] series = member.counters().get(counter);
        if (series == null && !minutes.isEmpty()) {
          return null;
        } else if (series != null) {
          minutes.stream()
              .filter(t -> t < sum.length)
              .forEach(
                  t -> {
                    sum[t] += series[t];
                    number[t]++;
                  });
        }
      }
      if (mean) {
        Arrays.setAll(sum, t -> sum[t] / Math.max(1, number[t]));
      }
      double value = sum.length == 0 ? 0 : MinuteStatistics.quantile(sum, quantile);
      return Double.isNaN(value) ? null : value;
    }
  }

  public static CounterExtremes of(ClusterMembers members) {
    List<InstanceLoad> instances = members.lasting();
    return new CounterExtremes(
        negated(
            worst(
                instances,
                member -> -MinuteStatistics.quantile(hitRatios(member.counters()), 0.01))),
        negated(worst(instances, CounterExtremes::minusFreeShare)),
        worst(
            instances, member -> quantile(InstanceCounter.SWAP_OUT_BYTES_PER_SECOND, member, 0.99)),
        worst(
            instances,
            member -> quantile(InstanceCounter.BUFFER_POOL_READS_PER_SECOND, member, 0.999)),
        worst(
            instances,
            member -> quantile(InstanceCounter.TMP_DISK_TABLES_PER_SECOND, member, 0.99)),
        worst(
            instances,
            member -> quantile(InstanceCounter.TEMP_FILE_BYTES_PER_SECOND, member, 0.99)),
        Flow.of(new Sums(members.all(), members::writing, false)),
        Flow.of(new Sums(members.all(), members::reading, false)),
        members.scaling() == null
            ? null
            : Flow.of(new Sums(members.all(), members::reading, true)));
  }

  /** By minute; from hits and reads where the source counts these, {@code NaN} without reads. */
  static double @Nullable [] hitRatios(Map<InstanceCounter, double[]> counters) {
    double @Nullable [] counted = counters.get(InstanceCounter.BUFFER_POOL_HIT_RATIO);
    double @Nullable [] hits = counters.get(InstanceCounter.BUFFER_POOL_HITS_PER_SECOND);
    double @Nullable [] reads = counters.get(InstanceCounter.BUFFER_POOL_READS_PER_SECOND);
    if (counted != null || hits == null || reads == null) {
      return counted;
    }
    double[] ratios = new double[hits.length];
    Arrays.setAll(ratios, t -> hits[t] / (hits[t] + reads[t]));
    return ratios;
  }

  private static double @Nullable [] freeMemory(Map<InstanceCounter, double[]> counters) {
    double @Nullable [] free = counters.get(InstanceCounter.MEMORY_FREE_BYTES);
    double @Nullable [] cached = counters.get(InstanceCounter.MEMORY_CACHED_BYTES);
    if (free == null || cached == null) {
      return free;
    }
    double[] both = new double[free.length];
    Arrays.setAll(both, t -> free[t] + cached[t]);
    return both;
  }

  /** By minute, since the memory of Serverless v2 follows the load. */
  private static double minusFreeShare(InstanceLoad member) {
    double @Nullable [] free = freeMemory(member.counters());
    double @Nullable [] total = member.counters().get(InstanceCounter.MEMORY_TOTAL_BYTES);
    if (free == null || total == null) {
      return Double.NaN;
    }
    double[] share = new double[free.length];
    Arrays.setAll(share, t -> free[t] / total[t]);
    return -MinuteStatistics.quantile(share, 0.01);
  }

  /** The largest over the instances; null if one of them is unknown. */
  private static @Nullable Double worst(
      List<InstanceLoad> members, ToDoubleFunction<InstanceLoad> figure) {
    double worst = members.stream().mapToDouble(figure).reduce(Math::max).orElse(Double.NaN);
    return Double.isNaN(worst) ? null : worst;
  }

  private static @Nullable Double negated(@Nullable Double value) {
    return value == null ? null : -value;
  }

  private static double quantile(InstanceCounter counter, InstanceLoad member, double quantile) {
    return MinuteStatistics.quantile(member.counters().get(counter), quantile);
  }

  private static @Nullable Double larger(@Nullable Double a, @Nullable Double b) {
    return a == null || b == null ? null : Double.valueOf(Math.max(a, b));
  }
}
