package dev.teiten.synthetic;

/**
 * A query of a synthetic cluster. Its calls follow the day unless {@code shape} says otherwise.
 *
 * @param digest the source's digest id
 * @param callsPerSecond mean over the week on one instance
 * @param cpuSeconds seen as CPU, per call
 * @param handlerSeconds in the storage engine's handler, per call
 * @param lockSeconds waiting for row locks, per call
 */
public record SyntheticQuery(
    String digest,
    String text,
    double callsPerSecond,
    double cpuSeconds,
    double handlerSeconds,
    double lockSeconds,
    Shape shape) {

  /** The distribution of the calls over time. */
  public enum Shape {
    DIURNAL,
    FLAT,
    /** One hour of each day, from 20:00 UTC. */
    BATCH
  }

  public static SyntheticQuery of(String digest, double callsPerSecond, double cpuSeconds) {
    String text = "SELECT * FROM t_" + digest + " WHERE id = ?";
    return new SyntheticQuery(digest, text, callsPerSecond, cpuSeconds, 0, 0, Shape.DIURNAL);
  }

  public SyntheticQuery text(String other) {
    return new SyntheticQuery(
        digest, other, callsPerSecond, cpuSeconds, handlerSeconds, lockSeconds, shape);
  }

  public SyntheticQuery handler(double seconds) {
    return new SyntheticQuery(
        digest, text, callsPerSecond, cpuSeconds, seconds, lockSeconds, shape);
  }

  public SyntheticQuery lock(double seconds) {
    return new SyntheticQuery(
        digest, text, callsPerSecond, cpuSeconds, handlerSeconds, seconds, shape);
  }

  public SyntheticQuery shape(Shape other) {
    return new SyntheticQuery(
        digest, text, callsPerSecond, cpuSeconds, handlerSeconds, lockSeconds, other);
  }

  /** Relative intensity at a minute of the week, mean 1. */
  double intensity(int minuteOfWeek) {
    int minuteOfDay = minuteOfWeek % 1440;
    if (shape == Shape.BATCH) {
      return minuteOfDay / 60 == 20 ? 24 : 0;
    }
    return shape == Shape.FLAT ? 1 : 1 + 0.6 * Math.sin(2 * Math.PI * (minuteOfDay - 480) / 1440);
  }
}
