package dev.teiten.rank;

import dev.teiten.change.history.QueryGroup;
import dev.teiten.load.WaitEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The load of one query over the week, all instances together.
 *
 * @param loadAas the sum over instances of the mean over covered minutes, times the part of the
 *     week in which the instance ran, AAS
 * @param instances the load by instance name, AAS, largest first
 * @param waits the load by wait event, AAS
 * @param callsPerSecond null if the source kept no count
 * @param hours sums over the hours, for ratios
 * @param daySums AAS minutes by instance and day
 */
record QueryLoad(
    QueryGroup group,
    double loadAas,
    Map<String, Double> instances,
    Map<WaitEvent, Double> waits,
    @Nullable Double callsPerSecond,
    HourSums hours,
    double[][] daySums) {

  /**
   * The load of a week with each day drawn {@code timesOfDay} times, AAS.
   *
   * @param livedShares the part of the week (0..1) in which each instance ran
   */
  double loadAas(int[] timesOfDay, int[][] coveredByDay, double[] livedShares) {
    double load = 0;
    for (int i = 0; i < daySums.length; i++) {
      double sum = 0;
      double minutes = 0;
      for (int day = 0; day < timesOfDay.length; day++) {
        sum += timesOfDay[day] * daySums[i][day];
        minutes += (double) timesOfDay[day] * coveredByDay[i][day];
      }
      load += minutes > 0 ? livedShares[i] * sum / minutes : 0;
    }
    return load;
  }
}
