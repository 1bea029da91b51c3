package dev.teiten.synthetic;

/**
 * A permanent change of a query.
 *
 * @param week 0 is the oldest week
 * @param minute minute of that week from which the change holds
 * @param factor factor on the figure {@code on}
 */
public record SyntheticShift(String digest, int week, int minute, On on, double factor) {

  /** The figure that a change acts on. */
  public enum On {
    CALLS,
    CPU,
    LOCK
  }

  boolean concerns(String of, On what, int atWeek, int atMinute) {
    boolean started = atWeek > week || (atWeek == week && atMinute >= minute);
    return started && on == what && digest.equals(of);
  }

  double factor(String of, On what, int atWeek, int atMinute) {
    return concerns(of, what, atWeek, atMinute) ? factor : 1;
  }
}
