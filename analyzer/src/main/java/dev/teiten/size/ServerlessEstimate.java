package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.size.SizingDetails.Serverless;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Aurora Serverless v2 might take for the same weeks. AWS states about 2 GiB of memory for an
 * Aurora capacity unit "with corresponding CPU and networking", which against the memory-optimized
 * classes (8 GiB a vCPU) makes four units a vCPU. How fast it scales is not stated, so this is an
 * estimate with a range and never a recommendation.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html">How
 *     Aurora Serverless v2 works</a>
 */
final class ServerlessEstimate {
  /** The name of the price of one unit in a price file. */
  static final String UNIT = "acu";

  private static final double UNITS_PER_VCPU = 4;

  /** It scales up before its CPU is full. */
  private static final double USED = 0.7;

  private static final int HOUR = 60;

  private ServerlessEstimate() {}

  /** Null if the CPU of a member is not known, or it is serverless already. */
  static @Nullable Serverless of(SizingModel model) {
    double mean = 0;
    double hourly = 0;
    for (InstanceLoad member : model.members().lasting()) {
      Optional<InstanceClass> hardware = InstanceClasses.find(member.instance().instanceClass());
      double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
      if (hardware.isEmpty() || used == null || MinuteStatistics.count(used) == 0) {
        return null;
      }
      double units = hardware.get().vcpus() * UNITS_PER_VCPU / USED;
      mean += units * mean(used);
      hourly += units * meanOfHours(used);
    }
    Double perUnit = model.bill().monthlyUsd(UNIT);
    return new Serverless(
        mean,
        perUnit == null ? null : Double.valueOf(perUnit * mean),
        perUnit == null ? null : Double.valueOf(perUnit * hourly),
        "An estimate, not a recommendation: four capacity units a busy vCPU, at 70 % use; low if it"
            + " follows the load by the minute, high if it stays an hour at the hour's highest."
            + " What the buffer pool needs is not in it.");
  }

  private static double mean(double[] used) {
    double sum = 0;
    for (double value : MinuteStatistics.finite(used)) {
      sum += value;
    }
    return sum / MinuteStatistics.count(used);
  }

  private static double meanOfHours(double[] used) {
    double sum = 0;
    int hours = 0;
    for (int from = 0; from + HOUR <= used.length; from += HOUR) {
      double highest = MinuteStatistics.max(Arrays.copyOfRange(used, from, from + HOUR));
      if (!Double.isNaN(highest)) {
        sum += highest;
        hours++;
      }
    }
    return sum / hours;
  }
}
