package dev.teiten.load;

import java.time.Instant;

/**
 * One digest on one day of a cluster by hour. The 25th hour of a day that ends daylight saving time
 * counts with the 24th.
 *
 * @param from the first instant of the day
 * @param loadAas DB load in each of 24 hours, summed over instances; 0 where it is not listed
 * @param callsPerSecond calls in each of 24 hours, summed over instances; 0 where none is counted
 * @param unlistedAas the most load that the digest may have had in the hours that do not list it,
 *     as a mean of the day, AAS
 */
public record DigestDayHours(
    Instant from, String digest, double[] loadAas, double[] callsPerSecond, double unlistedAas) {

  public DigestDayHours {
    if (loadAas.length != TimeUnits.HOURS_PER_DAY
        || callsPerSecond.length != TimeUnits.HOURS_PER_DAY) {
      throw new IllegalArgumentException("a day has 24 hours here");
    }
  }
}
