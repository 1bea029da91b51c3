package dev.teiten.size.predict;

import dev.teiten.cpu.CapacityCurve;
import dev.teiten.cpu.InstanceClass;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Capacity curves at speed 1, each tabulated once, and the queues that bursts add to them. */
public final class CapacityCurves {
  private final Map<Key, CapacityCurve> curves = new ConcurrentHashMap<>();

  CapacityCurve of(InstanceClass instanceClass, double gain) {
    return of(instanceClass.vcpus(), instanceClass.hyperthreaded() ? gain : 1);
  }

  private CapacityCurve of(int vcpus, double gain) {
    return curves.computeIfAbsent(
        new Key(vcpus, gain), key -> new CapacityCurve(key.vcpus, key.gain, 1));
  }

  /**
   * The factor by which queueing stretches CPU time. A busy sibling hyperthread slows a call down
   * as well, but is not a queue.
   *
   * @param cores of work
   * @param burst variance over mean of its arrivals
   * @return 1 or more; infinite at saturation
   */
  double stretch(CapacityCurve curve, double cores, double burst) {
    if (cores >= curve.capacity()) {
      return Double.POSITIVE_INFINITY;
    }
    double busy = curve.busyCores(cores);
    if (!(busy > 0)) {
      return 1;
    }
    return Math.max(1, 1 + queue(curve, cores, burst) / busy);
  }

  /**
   * Mean sessions that wait for a CPU. Work in batches queues like work at random on a host that is
   * {@code burst} times smaller (Hayward's approximation; Fredericks, Congestion in blocking
   * systems, Bell System Technical Journal 59, 1980). Sessions also wait behind their own batch,
   * even on an idle host, which the approximation lacks.
   */
  public double queue(CapacityCurve curve, double cores, double burst) {
    double factor = Math.min(burst, curve.vcpus());
    if (factor <= 1) {
      return waiting(curve, cores);
    }
    double used = cores / curve.capacity();
    double vcpus = curve.vcpus() / factor;
    int fewer = (int) vcpus;
    double part = vcpus - fewer;
    CapacityCurve small = of(fewer, curve.gain());
    double queue = waiting(small, used * small.capacity());
    if (part > 0) {
      CapacityCurve large = of(fewer + 1, curve.gain());
      queue += part * (waiting(large, used * large.capacity()) - queue);
    }
    return factor * queue
        + Math.max(0, beyond(curve.vcpus(), cores, burst) - beyond(curve.vcpus(), cores, 1));
  }

  /**
   * Mean sessions beyond {@code vcpus} if none had to wait. Their number is negative binomial with
   * batches of geometric size, and Poisson without batches.
   */
  private static double beyond(int vcpus, double mean, double burst) {
    boolean batches = burst > 1 + 1e-6;
    double size = batches ? mean / (burst - 1) : 0;
    double left = batches ? 1 - 1 / burst : 0;
    double probability = batches ? Math.pow(burst, -size) : Math.exp(-mean);
    double free = 0;
    for (int n = 0; n < vcpus; n++) {
      free += (vcpus - n) * probability;
      probability *= (batches ? (size + n) * left : mean) / (n + 1);
    }
    return Math.max(0, mean - vcpus + free);
  }

  private static double waiting(CapacityCurve curve, double cores) {
    return Math.max(0, curve.sessions(cores) - curve.busyCores(cores));
  }

  private record Key(int vcpus, double gain) {}
}
