package dev.teiten.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A half-open range of time, {@code [from, to)}.
 *
 * @param from the first instant inside
 * @param to the first instant after the range; later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {

  public TimeRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a range ends after it starts: " + from + " to " + to);
    }
  }

  public Duration duration() {
    return Duration.between(from, to);
  }

  /** The number of whole minutes in the range. */
  public int minutes() {
    return Math.toIntExact(duration().toMinutes());
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /** The part that both ranges have; empty if they have none. */
  public Optional<TimeRange> intersection(TimeRange other) {
    Instant first = from.isAfter(other.from) ? from : other.from;
    Instant end = to.isBefore(other.to) ? to : other.to;
    return first.isBefore(end) ? Optional.of(new TimeRange(first, end)) : Optional.empty();
  }

  public boolean overlaps(TimeRange other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
