package dev.teiten.size;

import dev.teiten.load.AcuRange;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.InstanceLoad;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The minutes in which an instance of Aurora Serverless v2 used all of the CPU allocated to it while
 * it could have had more: it scaled up later than its load rose.
 */
final class ScalingLag {
  /** Share of the allocated CPU that counts as all of it. */
  private static final double FULL = 0.97;

  private ScalingLag() {}

  /** The number of such minutes, summed over the instances. */
  static int minutes(List<InstanceLoad> members) {
    int late = 0;
    for (InstanceLoad member : members) {
      AcuRange range = member.instance().acu();
      double @Nullable [] used = member.counters().get(InstanceCounter.CPU_UTILISATION);
      double @Nullable [] allocated = member.counters().get(InstanceCounter.ACU_ALLOCATED);
      double @Nullable [] maximum = member.counters().get(InstanceCounter.ACU_MAXIMUM);
      for (int t = 0; used != null && allocated != null && range != null && t < used.length; t++) {
        boolean stated = maximum != null && !Double.isNaN(maximum[t]);
        double most = stated ? maximum[t] : range.max();
        boolean full = used[t] * most >= FULL * allocated[t];
        late += full && allocated[t] > 0 && allocated[t] < FULL * most ? 1 : 0;
      }
    }
    return late;
  }
}
