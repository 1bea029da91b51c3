package dev.teiten.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a day the source is asked by the second: in each three hours, the five minutes with the
 * most load on the CPU. Eight short looks, busy ones and calm ones, whatever the day is like.
 */
public final class BusyWindows {
  /** Minutes of a stretch; its 300 seconds come in one answer. */
  public static final int MINUTES = 5;

  private static final int BLOCK = 180;

  private BusyWindows() {}

  /**
   * The minutes at which the stretches begin.
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
        // Never so of a stretch with an unknown minute.
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
