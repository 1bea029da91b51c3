package dev.teiten.size;

/**
 * What one instance's CPU comes to.
 *
 * @param utilisation part of its vCPUs that are busy, 0..1
 * @param stretch of CPU time by queueing; 1 is none, infinite at saturation
 */
record CpuUse(double utilisation, double stretch) {
  static final CpuUse NONE = new CpuUse(0, 1);
}
