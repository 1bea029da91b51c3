package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.cpu.UtilisedVcpus;
import dev.teiten.load.AcuRange;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeUnits;
import dev.teiten.size.demand.MinuteStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Aurora capacity units (ACU) that the CPU work of one role took in the reviewed week, and
 * those that Serverless v2 would allocate for it. Fixes do not change it.
 *
 * <p>AWS does not state how the allocation follows the load. It is taken to stand, for each hour,
 * at the highest minute of the hour over {@link #SCALING_UTILISATION}, within the range. If the
 * role is serverless today, this model only scales the allocation that was measured.
 */
final class AcuDemand {
  /** Share of the allocated CPU in use at which more is taken to be allocated. */
  static final double SCALING_UTILISATION = 0.7;

  private static final int HOUR = TimeUnits.MINUTES_PER_HOUR;

  private final int count;
  private final double @Nullable [] used;
  private final @Nullable AcuRange today;
  private final @Nullable Double measured;

  private AcuDemand(
      int count, double @Nullable [] used, @Nullable AcuRange today, @Nullable Double measured) {
    this.count = count;
    this.used = used;
    this.today = today;
    this.measured = measured;
  }

  /**
   * @param members of one role; none has no demand
   */
  static AcuDemand of(List<InstanceLoad> members) {
    boolean serverless = members.stream().allMatch(member -> member.instance().isServerless());
    AcuRange range = members.isEmpty() ? null : members.get(0).instance().acu();
    return new AcuDemand(
        members.size(),
        used(members),
        serverless ? range : null,
        serverless ? allocated(members) : null);
  }

  /** The units allocated to these instances, mean over the known minutes; null if unknown. */
  static @Nullable Double allocated(List<InstanceLoad> members) {
    double sum = 0;
    for (InstanceLoad member : members) {
      sum += MinuteStatistics.mean(member.counters().get(InstanceCounter.ACU_ALLOCATED));
    }
    return Double.isNaN(sum) ? null : Double.valueOf(sum);
  }

  /** The units whose CPU is in use, by minute; null if one of the instances is not known. */
  private static double @Nullable [] used(List<InstanceLoad> members) {
    if (members.isEmpty()) {
      return null;
    }
    double[] sum = new double[members.get(0).total().length];
    for (InstanceLoad member : members) {
      Optional<InstanceClass> hardware = InstanceClasses.of(member.instance());
      double @Nullable [] share = member.counters().get(InstanceCounter.CPU_UTILISATION);
      if (share == null || hardware.isEmpty()) {
        return null;
      }
      double[] vcpus = UtilisedVcpus.of(member, hardware.get());
      for (int t = 0; t < sum.length; t++) {
        sum[t] += AcuRange.UNITS_PER_VCPU * vcpus[t] * share[t];
      }
    }
    return sum;
  }

  /** The number of instances. */
  int count() {
    return count;
  }

  /** The range of the instances; null unless all are serverless and it is known. */
  @Nullable AcuRange today() {
    return today;
  }

  /** The units in use by minute, over all instances; null if unknown. */
  double @Nullable [] used() {
    return used;
  }

  /**
   * The units that instances with this range would be allocated together, mean over the week; null
   * if unknown.
   *
   * @param instances their mean number, 1 or more
   */
  @Nullable Double allocated(AcuRange range, double instances) {
    double @Nullable [] series = used;
    if (range.equals(today) && instances == count) {
      return measured;
    }
    double model = series == null ? Double.NaN : model(series, range, instances);
    if (today != null && series != null) {
      model *= (measured == null ? Double.NaN : measured) / model(series, today, count);
    }
    return Double.isNaN(model)
        ? null
        : Double.valueOf(
            Math.max(instances * range.min(), Math.min(instances * range.max(), model)));
  }

  private static double model(double[] used, AcuRange range, double instances) {
    double sum = 0;
    int known = 0;
    for (int from = 0; from < used.length; from += HOUR) {
      double[] hour = Arrays.copyOfRange(used, from, Math.min(used.length, from + HOUR));
      int minutes = MinuteStatistics.count(hour);
      if (minutes > 0) {
        double each = MinuteStatistics.max(hour) / instances / SCALING_UTILISATION;
        sum += minutes * Math.max(range.min(), Math.min(range.max(), each));
        known += minutes;
      }
    }
    return known == 0 ? Double.NaN : instances * sum / known;
  }
}
