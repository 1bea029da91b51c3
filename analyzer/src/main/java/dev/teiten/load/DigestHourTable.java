package dev.teiten.load;

import java.util.List;

/**
 * The digests of one week of a cluster by hour.
 *
 * @param days one entry for each day and listed digest; empty where the hours are not known
 * @param limitAas by day of the week, the most load that a digest may have had without being listed
 *     in any hour, AAS; empty where it is not known
 */
public record DigestHourTable(List<DigestDayHours> days, double[] limitAas) {
  /** Nothing is known by hour. */
  public static final DigestHourTable UNKNOWN = new DigestHourTable(List.of(), new double[0]);

  /** A source that lists this number of digests in an hour, or more, may leave others out. */
  private static final int FULL_LIST = 25;

  public DigestHourTable {
    days = List.copyOf(days);
  }

  /**
   * The most load of a digest that the list of an hour leaves out: neither more than the least one
   * listed, nor more than the load of no listed digest. It is 0 where the list is not full.
   *
   * @param listed the number of digests listed
   * @param least load of one of them, in the unit of the result
   * @param other the load of no listed digest, in the same unit
   */
  public static double mostUnlisted(int listed, double least, double other) {
    return listed < FULL_LIST ? 0 : Math.min(least, other);
  }
}
