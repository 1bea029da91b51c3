package dev.teiten.size.predict;

import dev.teiten.size.demand.OverloadLimits;

/**
 * How busy the CPU of one instance is.
 *
 * @param utilisation share of its vCPUs that are busy, 0..1
 * @param stretch factor by which queueing stretches CPU time; 1 is none, infinite at saturation
 * @param overload the least capacity that keeps the {@link OverloadLimits}, over the capacity of
 *     the instance; over 1 the limits are passed
 */
public record CpuUse(double utilisation, double stretch, double overload) {
  static final CpuUse NONE = new CpuUse(0, 1, 0);
}
