package dev.teiten.size.predict;

/**
 * The prediction for a capacity under a demand. Utilizations are 99th percentiles, 0..1, of the
 * busiest instance.
 *
 * @param now under the reviewed week's demand
 * @param next the use that next week stays under with the probability that a recommendation needs,
 *     each number by itself
 * @param low 5th percentile of the busiest utilization over the scenarios, or that of {@code now}
 *     if it is lower
 * @param high 95th percentile of the busiest utilization over the scenarios, or that of {@code now}
 *     if it is higher
 * @param draws the scenarios within every CPU limit that the capacity is held to
 */
public record CapacityForecast(
    ClusterShape shape,
    ClusterCpuUse now,
    ClusterCpuUse next,
    double low,
    double high,
    DrawCount draws) {

  /**
   * The CPU of a capacity under one demand.
   *
   * @param reader the busiest reader; {@link CpuUse#NONE} without readers
   */
  public record ClusterCpuUse(CpuUse writer, CpuUse reader) {
    /** The higher utilization of the two. */
    public double busiest() {
      return Math.max(writer.utilisation(), reader.utilisation());
    }

    /** The higher stretch of the two. */
    public double stretch() {
      return Math.max(writer.stretch(), reader.stretch());
    }
  }
}
