package dev.teiten.change.history;

import java.util.BitSet;

/** Some days of some weeks, the oldest week first, Monday first. Immutable. */
public final class DaySet {
  private final int weeks;
  // Week after week.
  private final BitSet days;

  private DaySet(int weeks, BitSet days) {
    this.weeks = weeks;
    this.days = days;
  }

  /** Whether a day is in the set. */
  @FunctionalInterface
  public interface DayCondition {
    /**
     * @param week 0 is the oldest
     * @param day 0 is Monday
     */
    boolean test(int week, int day);
  }

  public static DaySet of(int weeks, DayCondition condition) {
    BitSet days = new BitSet(weeks * DayGrid.COUNT);
    for (int i = 0; i < weeks * DayGrid.COUNT; i++) {
      days.set(i, condition.test(i / DayGrid.COUNT, i % DayGrid.COUNT));
    }
    return new DaySet(weeks, days);
  }

  /** No day. */
  public static DaySet none(int weeks) {
    return new DaySet(weeks, new BitSet());
  }

  public int weeks() {
    return weeks;
  }

  public boolean contains(int week, int day) {
    return days.get(week * DayGrid.COUNT + day);
  }
}
