package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.load.AcuRange;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import dev.teiten.load.TimeUnits;
import dev.teiten.size.SizingDetails.Serverless;
import dev.teiten.size.demand.MinuteStatistics;
import dev.teiten.size.price.PriceRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what Aurora Serverless v2 might use in the same week. AWS states about 2 GiB of memory
 * for an Aurora capacity unit "with corresponding CPU and networking". The memory-optimized classes
 * have 8 GiB a vCPU, which makes four units a vCPU. AWS does not state how fast it scales, so this
 * is an estimate with a range and never a recommendation. The minimum is the least that options
 * have, too.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html">How
 *     Aurora Serverless v2 works</a>
 */
final class ServerlessEstimate {
  private static final int HOUR = TimeUnits.MINUTES_PER_HOUR;

  private ServerlessEstimate() {}

  /** Null if the CPU of a member is not known, or the cluster is serverless already. */
  static @Nullable Serverless of(List<InstanceLoad> members, MonthlyCost monthlyCost) {
    double meanUnits = 0;
    double hourlyPeakUnits = 0;
    for (InstanceLoad member : members) {
      Optional<InstanceClass> hardware = InstanceClasses.find(member.instance().instanceClass());
      double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
      if (hardware.isEmpty() || used == null || MinuteStatistics.count(used) == 0) {
        return null;
      }
      double units =
          hardware.get().vcpus() * AcuRange.UNITS_PER_VCPU / AcuDemand.SCALING_UTILISATION;
      meanUnits += Math.max(ServerlessShapes.LEAST_MINIMUM, units * MinuteStatistics.mean(used));
      hourlyPeakUnits += units * meanOfHourlyPeaks(used, ServerlessShapes.LEAST_MINIMUM / units);
    }
    Double unitUsd = monthlyCost.monthlyUsd(PriceRow.CAPACITY_UNIT);
    return new Serverless(
        meanUnits,
        unitUsd == null ? null : Double.valueOf(unitUsd * meanUnits),
        unitUsd == null ? null : Double.valueOf(unitUsd * hourlyPeakUnits),
        SizingText.SERVERLESS.of());
  }

  private static double meanOfHourlyPeaks(double[] used, double least) {
    double sum = 0;
    int hours = 0;
    for (int from = 0; from + HOUR <= used.length; from += HOUR) {
      double highest = MinuteStatistics.max(Arrays.copyOfRange(used, from, from + HOUR));
      if (!Double.isNaN(highest)) {
        sum += Math.max(least, highest);
        hours++;
      }
    }
    return sum / hours;
  }
}
