package dev.teiten.change.history;

import dev.teiten.load.TimeUnits;
import java.util.Arrays;

/** Calls of one digest by instance and hour of the day. */
final class HourProfile {
  /** The hours of a day; the 25th of a day that ends daylight saving time counts with the 24th. */
  static final int HOURS = TimeUnits.HOURS_PER_DAY;

  private final double[][] calls;

  HourProfile(int instances) {
    calls = new double[instances][HOURS];
  }

  void add(int instance, int hour, double callsPerSecond) {
    calls[instance][hour] += callsPerSecond;
  }

  /** Calls per second, summed over the days of the week. */
  double calls(int instance, int hour) {
    return calls[instance][hour];
  }

  /** Calls per second on an instance, summed over all hours and days of the week. */
  double calls(int instance) {
    return Arrays.stream(calls[instance]).sum();
  }
}
