package dev.teiten.size;

import dev.teiten.cpu.InstanceClass;
import dev.teiten.cpu.InstanceClasses;
import dev.teiten.cpu.UtilisedVcpus;
import dev.teiten.load.AcuRange;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The minutes in which an instance of Aurora Serverless v2 used all of the CPU allocated to it
 * while it could have had more: it scaled up later than its load rose.
 */
final class ScalingLag {
  /** Share of the allocated CPU that counts as all of it. */
  private static final double FULL = 0.97;

  private ScalingLag() {}

  /** The number of such minutes, summed over the instances. */
  static int minutes(List<InstanceLoad> members) {
    int late = 0;
    for (InstanceLoad member : members) {
      double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
      double @Nullable [] allocated = member.counters().get(InstanceCounter.ACU_ALLOCATED);
      Optional<InstanceClass> hardware = InstanceClasses.of(member.instance());
      if (used != null && allocated != null && hardware.isPresent()) {
        late += minutes(used, allocated, UtilisedVcpus.of(member, hardware.get()));
      }
    }
    return late;
  }

  private static int minutes(double[] used, double[] allocated, double[] vcpus) {
    int late = 0;
    for (int t = 0; t < used.length; t++) {
      double most = AcuRange.UNITS_PER_VCPU * vcpus[t];
      boolean full = allocated[t] > 0 && used[t] * most >= FULL * allocated[t];
      late += full && allocated[t] < FULL * most ? 1 : 0;
    }
    return late;
  }
}
