package dev.teiten.size;

import org.jspecify.annotations.Nullable;

/**
 * What is predicted for a capacity under a workload. Utilizations are 99th percentiles, 0..1, of
 * the busiest instance.
 *
 * @param now with the reviewed week's demand
 * @param next with what bounds next week's demand
 * @param low 5th percentile over the draws
 * @param high 95th percentile over the draws, or {@code next} if that is higher
 * @param probabilitySafe part of the draws within every limit, 0..1
 */
record Outlook(
    Shape shape, State now, State next, double low, double high, double probabilitySafe) {

  /**
   * A capacity under one demand.
   *
   * @param writer utilization of the writer
   * @param reader utilization of the busiest reader; 0 without readers
   * @param stretch of CPU time by queueing, the larger of the two; 1 is none
   * @param afterFailure utilization after the worst single loss; null where nothing can take over
   */
  record State(double writer, double reader, double stretch, @Nullable Double afterFailure) {
    double busiest() {
      return Math.max(writer, reader);
    }
  }
}
