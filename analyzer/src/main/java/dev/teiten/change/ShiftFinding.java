package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.load.KnownValues;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing one measure of one query with its past.
 *
 * @param qValue 0..1 over all comparisons of the cluster; 1 where nothing can be compared
 */
public record ShiftFinding(ShiftsByDay shifts, double qValue) {
  static final double MAX_Q = 0.05;

  /** A smaller relative change does not matter, 0..1. */
  public static final double MIN_EFFECT = 0.1;

  /** A smaller load does not matter, AAS. */
  public static final double MIN_AAS = 0.05;

  /** The surest shift; null where nothing can be compared. */
  @Nullable LevelShift shift() {
    return shifts.surest();
  }

  /**
   * Whether the shift is sure enough, large enough, and moves enough load.
   *
   * @param affectedAas the load that the measure is about, by day of the reviewed week
   */
  boolean matters(double[] affectedAas) {
    LevelShift shift = shift();
    return shift != null
        && qValue <= MAX_Q
        && Math.abs(shift.effect()) >= MIN_EFFECT
        && Math.abs(addedAas(affectedAas, shift)) >= MIN_AAS;
  }

  /** Whether the measure rose. */
  boolean rose() {
    LevelShift shift = shift();
    return shift != null && shift.log() > 0;
  }

  /** The load that the shift added, AAS. */
  private static double addedAas(double[] affectedAas, LevelShift shift) {
    double now = KnownValues.mean(Arrays.copyOfRange(affectedAas, shift.fromDay(), DayGrid.COUNT));
    return Double.isNaN(now) ? 0 : -Math.expm1(-shift.log()) * now;
  }
}
