package dev.teiten.size;

/**
 * What is predicted for a capacity under a workload. Utilizations are 99th percentiles, 0..1, of
 * the busiest instance.
 *
 * @param now with the reviewed week's demand
 * @param next what next week keeps under with the probability that a recommendation needs, each
 *     number by itself
 * @param low 5th percentile over the draws
 * @param high 95th percentile over the draws
 * @param probabilitySafe part of the draws within every CPU limit that the capacity is held to,
 *     0..1
 */
record CapacityForecast(
    ClusterShape shape,
    ClusterCpuUse now,
    ClusterCpuUse next,
    double low,
    double high,
    double probabilitySafe) {

  /**
   * A capacity under one demand.
   *
   * @param writer utilization of the writer
   * @param reader utilization of the busiest reader; 0 without readers
   * @param writerStretch of CPU time by queueing; 1 is none
   * @param readerStretch the same on the busiest reader
   */
  record ClusterCpuUse(double writer, double reader, double writerStretch, double readerStretch) {
    double busiest() {
      return Math.max(writer, reader);
    }

    double stretch() {
      return Math.max(writerStretch, readerStretch);
    }
  }

  /**
   * A capacity after the worst single loss.
   *
   * @param lost readers that do not serve reads any more, a promoted one included
   * @param promoted utilization of a reader that replaces the writer; 0 if none is left for that
   * @param left utilization of the busiest reader left, or of the only instance left
   */
  record AfterLoss(int lost, double promoted, double left) {
    double busiest() {
      return Math.max(promoted, left);
    }
  }
}
