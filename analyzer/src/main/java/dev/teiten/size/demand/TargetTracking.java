package dev.teiten.size.demand;

import java.util.Arrays;

/**
 * The number of readers by minute under a target tracking policy. The mean work of a reader over
 * the target for three minutes adds readers, which take load some minutes later. Work at less than
 * nine tenths of the target for fifteen minutes removes them at once.
 *
 * @param range the least and the most readers
 * @param coresAtTarget sessions' work of a reader at the target, over 0
 * @param scaleOutMinutes from the first minute over the target until a new reader takes load
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html">
 *     Amazon Aurora Auto Scaling with Aurora Replicas</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html">
 *     Target tracking scaling policies</a>
 */
public record TargetTracking(ReaderRange range, double coresAtTarget, int scaleOutMinutes) {
  private static final int ALARM_MINUTES = 3;
  private static final int CALM_MINUTES = 15;
  private static final double CALM_SHARE = 0.9;

  public TargetTracking {
    if (!(coresAtTarget > 0) || scaleOutMinutes < 0) {
      throw new IllegalArgumentException(coresAtTarget + " cores, " + scaleOutMinutes + " minutes");
    }
  }

  /**
   * The number of readers in each minute; a minute without a known work changes nothing.
   *
   * @param work of all readers' sessions, in the unit of {@code coresAtTarget}
   */
  public int[] readers(double[] work) {
    Run run =
        new Run(needed(Arrays.stream(work).filter(w -> !Double.isNaN(w)).findFirst().orElse(0)));
    int[] readers = new int[work.length];
    for (int t = 0; t < work.length; t++) {
      if (!Double.isNaN(work[t])) {
        run.minute(t, work[t]);
      }
      readers[t] = run.readers;
    }
    return readers;
  }

  private int needed(double work) {
    int needed = (int) Math.min(range.most(), Math.ceil(work / coresAtTarget));
    return Math.max(range.least(), needed);
  }

  /** One pass through a week. */
  private final class Run {
    private int readers;
    private int ordered;
    private int readyAt;
    private int over;
    private int calm;
    private double highest;

    private Run(int readers) {
      this.readers = readers;
      this.ordered = readers;
    }

    private void minute(int t, double work) {
      if (ordered > readers && t >= readyAt) {
        readers = ordered;
      }
      double share = work / readers / coresAtTarget;
      over = share > 1 ? over + 1 : 0;
      calm = share < CALM_SHARE ? calm + 1 : 0;
      highest = calm > 1 ? Math.max(highest, work) : work;
      if (over >= ALARM_MINUTES && ordered == readers) {
        ordered = needed(work);
        readyAt = t + Math.max(0, scaleOutMinutes - ALARM_MINUTES);
      } else if (calm >= CALM_MINUTES && ordered == readers) {
        readers = Math.min(readers, needed(highest));
        ordered = readers;
        calm = 0;
      }
    }
  }
}
