package dev.teiten.size.predict;

/**
 * How busy the CPU of one instance is.
 *
 * @param utilisation share of its vCPUs that are busy, 0..1
 * @param stretch factor by which queueing stretches CPU time; 1 is none, infinite at saturation
 */
public record CpuUse(double utilisation, double stretch) {
  static final CpuUse NONE = new CpuUse(0, 1);
}
