package dev.teiten.load;

/**
 * Lengths of time as plain numbers, for arrays that have an element per second, minute or hour. A
 * day of UTC always has these lengths; a local day may be an hour shorter or longer.
 */
public final class TimeUnits {
  public static final int SECONDS_PER_MINUTE = 60;
  public static final int SECONDS_PER_HOUR = 3_600;
  public static final int SECONDS_PER_DAY = 86_400;
  public static final int MINUTES_PER_HOUR = 60;
  public static final int MINUTES_PER_DAY = 1_440;
  public static final int HOURS_PER_DAY = 24;
  public static final int DAYS_PER_WEEK = 7;

  private TimeUnits() {}
}
