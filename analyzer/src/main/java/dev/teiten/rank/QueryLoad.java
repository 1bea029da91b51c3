package dev.teiten.rank;

import dev.teiten.change.history.QueryGroup;
import dev.teiten.load.WaitEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The load of one query over the week, all instances together.
 *
 * @param loadAas sum over the instances of the mean over each one's covered minutes
 * @param instances the same by instance name, largest first
 * @param waits parts of {@code loadAas}
 * @param callsPerSecond null if the source kept no count
 * @param hours what the hours say, for ratios
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

  /** The load if each day had happened so often. */
  double loadAas(int[] timesOfDay, int[][] coveredByDay) {
    double load = 0;
    for (int i = 0; i < daySums.length; i++) {
      double sum = 0;
      double minutes = 0;
      for (int day = 0; day < timesOfDay.length; day++) {
        sum += timesOfDay[day] * daySums[i][day];
        minutes += (double) timesOfDay[day] * coveredByDay[i][day];
      }
      load += minutes > 0 ? sum / minutes : 0;
    }
    return load;
  }
}
