package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says of one measure of one query.
 *
 * @param qValue 0..1 over all comparisons of the cluster; 1 where nothing can be compared
 */
public record ShiftFinding(ShiftsByDay shifts, double qValue) {
  static final double MAX_Q = 0.05;
  public static final double MIN_EFFECT = 0.1;
  public static final double MIN_AAS = 0.05;

  /** Null where nothing can be compared. */
  @Nullable LevelShift shift() {
    return shifts.surest();
  }

  /** Sure enough, large enough, and of enough load to matter. */
  boolean matters(double[] affectedAas) {
    LevelShift shift = shift();
    return shift != null
        && qValue <= MAX_Q
        && Math.abs(shift.effect()) >= MIN_EFFECT
        && Math.abs(addedAas(affectedAas, shift)) >= MIN_AAS;
  }

  boolean rose() {
    LevelShift shift = shift();
    return shift != null && shift.log() > 0;
  }

  /** The part of the load, in AAS, that is there because of the shift. */
  private static double addedAas(double[] affectedAas, LevelShift shift) {
    double now = QueryHistory.mean(Arrays.copyOfRange(affectedAas, shift.fromDay(), DayGrid.COUNT));
    return Double.isNaN(now) ? 0 : -Math.expm1(-shift.log()) * now;
  }
}
