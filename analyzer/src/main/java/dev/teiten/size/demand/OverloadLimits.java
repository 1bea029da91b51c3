package dev.teiten.size.demand;

import dev.teiten.load.TimeUnits;
import java.util.Arrays;

/**
 * How much demand beyond its capacity a host may meet. Work that finds no CPU waits and is done
 * later: the backlog of a minute is {@code max(0, backlog before + demand - capacity)} (Lindley,
 * The theory of queues with a single server, Mathematical Proceedings of the Cambridge
 * Philosophical Society 48, 1952).
 *
 * @param minutesADay on which the demand may pass the capacity, 0 or more
 * @param backlogMinutes for which a backlog may last, 0 or more
 */
public record OverloadLimits(int minutesADay, int backlogMinutes) {
  private static final int DAY = TimeUnits.MINUTES_PER_DAY;

  public OverloadLimits {
    if (minutesADay < 0 || backlogMinutes < 0) {
      throw new IllegalArgumentException(minutesADay + " and " + backlogMinutes + " minutes");
    }
  }

  public static OverloadLimits of(SizingAssumptions assumptions) {
    return new OverloadLimits(
        (int) Math.round(assumptions.get(ModelAssumption.OVERLOAD_MINUTES)),
        (int) Math.round(assumptions.get(ModelAssumption.BACKLOG_MINUTES)));
  }

  /** The limits while an instance or an Availability Zone is lost. */
  public static OverloadLimits afterLoss(SizingAssumptions assumptions) {
    double factor = assumptions.get(ModelAssumption.LOSS_FACTOR);
    return new OverloadLimits(
        (int) Math.round(factor * assumptions.get(ModelAssumption.OVERLOAD_MINUTES)),
        (int) Math.round(factor * assumptions.get(ModelAssumption.BACKLOG_MINUTES)));
  }

  /**
   * The least capacity, in cores, that keeps both limits in every minute of a series; 0 without
   * data. Unknown minutes are left out, as if the minutes around them followed each other.
   */
  double leastCapacity(double[] work) {
    double least = 0;
    for (int from = 0; from < work.length; from += DAY) {
      // The last day of a week may have 23 or 25 hours.
      int to = from + DAY + DAY / 2 > work.length ? work.length : from + DAY;
      least = Math.max(least, dayCapacity(work, from, to, least));
      if (to == work.length) {
        break;
      }
    }
    return backlogCapacity(MinuteStatistics.finite(work), least);
  }

  /** The least capacity of a day, or less than {@code least} if that keeps its limit, too. */
  private double dayCapacity(double[] work, int from, int to, double least) {
    int above = 0;
    for (int t = from; t < to; t++) {
      above += work[t] > least ? 1 : 0;
    }
    return above <= minutesADay
        ? 0
        : MinuteStatistics.fromTop(
            MinuteStatistics.finite(Arrays.copyOfRange(work, from, to)), minutesADay);
  }

  /**
   * The least capacity at which no backlog lasts longer than the limit. A backlog that begins in
   * one minute lasts as long as the mean demand since that minute is over the capacity.
   *
   * @param other the least capacity for another reason
   * @return the larger of both
   */
  private double backlogCapacity(double[] work, double other) {
    double least = other;
    for (int from = 0; from + backlogMinutes < work.length; from++) {
      double sum = 0;
      double lowestMean = Double.POSITIVE_INFINITY;
      for (int t = from; t <= from + backlogMinutes && lowestMean > least; t++) {
        sum += work[t];
        lowestMean = Math.min(lowestMean, sum / (t - from + 1));
      }
      least = Math.max(least, lowestMean);
    }
    return least;
  }
}
