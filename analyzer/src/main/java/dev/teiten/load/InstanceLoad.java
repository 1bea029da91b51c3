package dev.teiten.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One instance over one week. Every array has one element a minute of the week, index 0 being the
 * minute that starts at the week's first instant; {@code NaN} marks a minute without data. Loads
 * are AAS.
 *
 * @param total DB load
 * @param waits DB load by wait event; the part beyond the source's top 25 is {@code total} less the
 *     sum
 * @param digests DB load by digest id, of the digests in the source's top 25 of a day
 * @param digestCpu the part of {@code digests} spent on (or waiting for) CPU
 * @param counters only those that the source had
 * @param hours the digests by hour, with their statistics
 * @param other the part of {@code total} that belongs to none of {@code digests}
 * @param seconds short stretches by the second; empty where the source does not count so finely
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

  /**
   * Where the source's own "other" is not known, nor seconds: {@code other} is what the digests
   * leave.
   */
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
        left(total, digests),
        List.of());
  }

  /** The same with these stretches by the second. */
  public InstanceLoad withSeconds(List<CpuSessionCounts> stretches) {
    return new InstanceLoad(
        instance, total, waits, digests, digestCpu, counters, hours, other, stretches);
  }

  public static double[] left(double[] total, Map<String, double[]> digests) {
    double[] left = total.clone();
    for (double[] digest : digests.values()) {
      for (int i = 0; i < left.length; i++) {
        left[i] -= Double.isNaN(digest[i]) ? 0 : digest[i];
      }
    }
    Arrays.setAll(left, i -> left[i] < 0 ? 0 : left[i]);
    return left;
  }
}
