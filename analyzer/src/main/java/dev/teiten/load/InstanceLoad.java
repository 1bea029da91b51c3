package dev.teiten.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One instance over one week. Every array has an element for each minute of the week; index 0 is
 * the minute that starts at the week's first instant. {@code NaN} marks a minute without data.
 * Loads are AAS.
 *
 * @param total DB load
 * @param waits DB load by wait event, for the source's top 25; the load of further events is {@code
 *     total} less the sum
 * @param digests DB load by digest id, for the digests in the source's top 25 of a day
 * @param digestCpu the part of {@code digests} spent on CPU or waiting for it
 * @param counters by counter; a counter that the source lacks is missing
 * @param hours the digests by hour, with their statistics
 * @param other the part of {@code total} that belongs to none of {@code digests}
 * @param seconds short stretches by the second; empty where the source does not count by second
 */
public record InstanceLoad(
    Instance instance,
    double[] total,
    Map<WaitEvent, double[]> waits,
    Map<String, double[]> digests,
    Map<String, double[]> digestCpu,
    Map<InstanceCounter, double[]> counters,
    List<DigestLoad> hours,
    double[] other,
    List<CpuSessionCounts> seconds) {

  public InstanceLoad {
    waits = Map.copyOf(waits);
    digests = Map.copyOf(digests);
    digestCpu = Map.copyOf(digestCpu);
    counters = Map.copyOf(counters);
    hours = List.copyOf(hours);
    seconds = List.copyOf(seconds);
  }

  /** Without counts by second; {@code other} is the {@link #remainder} of the total. */
  public InstanceLoad(
      Instance instance,
      double[] total,
      Map<WaitEvent, double[]> waits,
      Map<String, double[]> digests,
      Map<String, double[]> digestCpu,
      Map<InstanceCounter, double[]> counters,
      List<DigestLoad> hours) {
    this(
        instance,
        total,
        waits,
        digests,
        digestCpu,
        counters,
        hours,
        remainder(total, digests),
        List.of());
  }

  /** A copy with other stretches by the second. */
  public InstanceLoad withSeconds(List<CpuSessionCounts> stretches) {
    return new InstanceLoad(
        instance, total, waits, digests, digestCpu, counters, hours, other, stretches);
  }

  /** The total less all digests, by minute; at least 0, {@code NaN} where the total is unknown. */
  public static double[] remainder(double[] total, Map<String, double[]> digests) {
    double[] remainder = total.clone();
    for (double[] digest : digests.values()) {
      for (int i = 0; i < remainder.length; i++) {
        remainder[i] -= Double.isNaN(digest[i]) ? 0 : digest[i];
      }
    }
    Arrays.setAll(remainder, i -> remainder[i] < 0 ? 0 : remainder[i]);
    return remainder;
  }
}
