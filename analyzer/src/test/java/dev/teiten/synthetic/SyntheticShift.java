package dev.teiten.synthetic;

/**
 * Something that changed a query for good.
 *
 * @param week 0 is the oldest week
 * @param minute of that week from which it holds
 * @param factor on what {@code on} says
 */
public record SyntheticShift(String digest, int week, int minute, On on, double factor) {

  /** What a change acts on. */
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
