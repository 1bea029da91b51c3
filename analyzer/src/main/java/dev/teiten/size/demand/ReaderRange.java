package dev.teiten.size.demand;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.ScalingPolicy;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of readers between which a cluster is scaled.
 *
 * @param least 1 or more
 * @param most {@code least} to {@link #MOST}
 * @param target mean CPU utilization of the readers (0..1) that the number is kept at; null if it
 *     is not known
 */
public record ReaderRange(int least, int most, @Nullable Double target) {
  /** The most readers that an Aurora cluster can have. */
  public static final int MOST = 15;

  /** A replaced reader changes the number on one day, a rolling replacement on two. */
  private static final int MIN_DAYS = 3;

  /** Shorter changes of the number are restarts and replacements. */
  private static final double BRIEF = 0.01;

  public ReaderRange {
    if (least < 1 || most < least || most > MOST) {
      throw new IllegalArgumentException(least + " to " + most + " readers");
    }
  }

  /**
   * The range of a week; null for a cluster whose number of readers is not scaled. It is scaled if
   * a policy says so, if a reader of Aurora Auto Scaling ran, or if the number changed on three
   * days or more.
   */
  static @Nullable ReaderRange of(ClusterLoad load) {
    ScalingPolicy policy = load.scaling();
    if (policy != null) {
      int most = Math.min(MOST, policy.max());
      int least = Math.max(1, policy.min());
      return most > least ? new ReaderRange(least, most, policy.target()) : null;
    }
    return seen(load);
  }

  private static @Nullable ReaderRange seen(ClusterLoad load) {
    TimeRange week = load.week().range();
    int[] readers = load.timeline().readers(week);
    boolean named =
        load.timeline().members().stream()
            .filter(member -> member.instance().isAutoscaled())
            .anyMatch(member -> !member.livingMinutes(week).isEmpty());
    if (!named && daysOfChange(readers) < MIN_DAYS) {
      return null;
    }
    int[] sorted = readers.clone();
    Arrays.sort(sorted);
    int least = Math.max(1, sorted[(int) (BRIEF * sorted.length)]);
    int most = Math.min(MOST, sorted[sorted.length - 1]);
    return most > least ? new ReaderRange(least, most, null) : null;
  }

  private static int daysOfChange(int[] readers) {
    int days = 0;
    for (int from = 0; from < readers.length; from += TimeUnits.MINUTES_PER_DAY) {
      int to = Math.min(readers.length, from + TimeUnits.MINUTES_PER_DAY);
      int first = readers[from];
      days += Arrays.stream(readers, from, to).anyMatch(number -> number != first) ? 1 : 0;
    }
    return days;
  }
}
