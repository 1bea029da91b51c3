package dev.teiten.cpu;

import dev.teiten.load.AcuRange;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import org.jspecify.annotations.Nullable;

/** The number of vCPUs that the CPU utilization of an instance is a share of. */
public final class UtilisedVcpus {
  private UtilisedVcpus() {}

  /**
   * The number by minute; {@code NaN} while the instance had another class than {@code hardware}.
   * The range of Serverless v2 may change without a change of the class.
   */
  public static double[] of(InstanceLoad instance, InstanceClass hardware) {
    double @Nullable [] counted = instance.counters().get(InstanceCounter.VCPUS);
    double @Nullable [] maximum = instance.counters().get(InstanceCounter.ACU_MAXIMUM);
    double @Nullable [] allocated = instance.counters().get(InstanceCounter.ACU_ALLOCATED);
    double[] vcpus = new double[instance.total().length];
    for (int t = 0; t < vcpus.length; t++) {
      boolean serverless = isKnown(allocated, t);
      if (serverless != (hardware.acu() != null) || differs(counted, t, hardware.vcpus())) {
        vcpus[t] = Double.NaN;
      } else if (serverless && maximum != null && isKnown(maximum, t)) {
        vcpus[t] = maximum[t] / AcuRange.UNITS_PER_VCPU;
      } else {
        vcpus[t] = hardware.exactVcpus();
      }
    }
    return vcpus;
  }

  private static boolean isKnown(double @Nullable [] series, int t) {
    return series != null && !Double.isNaN(series[t]);
  }

  private static boolean differs(double @Nullable [] counted, int t, int expected) {
    return counted != null && Math.abs(counted[t] - expected) > 0.5;
  }
}
