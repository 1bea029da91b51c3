package dev.teiten.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a day for which load is requested by the second: for each three hours, the five
 * minutes with the highest CPU load. The eight short windows cover busy and calm times on any day.
 */
public final class BusyWindows {
  /** Length of a window in minutes; its 300 seconds fit into one answer. */
  public static final int MINUTES = 5;

  private static final int BLOCK = 180;

  private BusyWindows() {}

  /**
   * The minutes of the day at which the windows begin.
   *
   * @param onCpu load on the CPU by minute, from the start of the day on; {@code NaN} if unknown
   */
  public static List<Integer> of(float[] onCpu) {
    List<Integer> starts = new ArrayList<>();
    for (int from = 0; from < onCpu.length; from += BLOCK) {
      int best = -1;
      double most = -1;
      for (int at = from; at + MINUTES <= Math.min(from + BLOCK, onCpu.length); at += MINUTES) {
        double sum = 0;
        for (int m = at; m < at + MINUTES; m++) {
          sum += onCpu[m];
        }
        // The comparison is false for a window with an unknown minute.
        if (sum > most) {
          most = sum;
          best = at;
        }
      }
      if (best >= 0) {
        starts.add(best);
      }
    }
    return starts;
  }
}
