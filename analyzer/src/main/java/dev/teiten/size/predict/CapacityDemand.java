package dev.teiten.size.predict;

import dev.teiten.size.demand.DatedWork;
import dev.teiten.size.demand.PeakDemand;
import dev.teiten.size.demand.WeekWork;
import java.util.List;

/**
 * The demand as the instances of one capacity meet it, or as those left after a loss do. A fixed
 * number of readers changes nothing about it; scaled readers come and go with the demand.
 *
 * @param reviewedWeek the work of the reviewed week, with the fixes and moves and without growth
 * @param point the p99 of the reviewed week
 * @param highest the highest weekly p99 of the weeks seen
 * @param highestAhead the highest weekly p99 of the last weeks, and the highest sustained demand of
 *     the archive, with the reviewed week at the level of its end
 * @param minutesSeen the minutes that {@code highestAhead} is the highest of, without assumed
 *     growth: the last weeks and the highest days of the older ones
 */
public record CapacityDemand(
    WeekWork reviewedWeek,
    PeakDemand point,
    PeakDemand highest,
    PeakDemand highestAhead,
    List<DatedWork> minutesSeen) {

  public CapacityDemand {
    minutesSeen = List.copyOf(minutesSeen);
  }
}
