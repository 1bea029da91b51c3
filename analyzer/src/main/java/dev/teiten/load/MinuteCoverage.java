package dev.teiten.load;

/**
 * The coverage of a time range.
 *
 * @param observedMinutes instance-minutes that have data
 * @param expectedMinutes instance-minutes that should have data; at least {@code observedMinutes}
 */
public record MinuteCoverage(long observedMinutes, long expectedMinutes) {

  public MinuteCoverage {
    if (observedMinutes < 0 || expectedMinutes < observedMinutes) {
      throw new IllegalArgumentException(observedMinutes + " of " + expectedMinutes + " minutes");
    }
  }

  public MinuteCoverage plus(MinuteCoverage other) {
    return new MinuteCoverage(
        observedMinutes + other.observedMinutes, expectedMinutes + other.expectedMinutes);
  }

  /** 0..1; 0 where nothing was expected. */
  public double share() {
    return expectedMinutes == 0 ? 0 : (double) observedMinutes / expectedMinutes;
  }
}
