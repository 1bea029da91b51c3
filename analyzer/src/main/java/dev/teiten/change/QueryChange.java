package dev.teiten.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The change of one query against the weeks before.
 *
 * @param loadAasBefore mean load of the weeks before, AAS; null without history
 * @param effect relative change (0.52 is +52 %) of the work per call for REGRESSED and IMPROVED, of
 *     the calls for TRAFFIC_UP and TRAFFIC_DOWN, of the load otherwise; null if undecided
 * @param effectLow lower end of the effect's 95 % interval
 * @param effectHigh upper end of the effect's 95 % interval
 * @param qValue Benjamini-Hochberg adjusted p-value, 0..1
 * @param since when the change began; null if no change point was found
 * @param cause PER_CALL; PLAN, if the rows examined per call moved with the work to at least twice
 *     or half; CALLS; or the wait of a victim; null if no cause is known
 */
public record QueryChange(
    Kind kind,
    @Nullable Double loadAasBefore,
    @Nullable Double effect,
    @Nullable Double effectLow,
    @Nullable Double effectHigh,
    @Nullable Double qValue,
    @Nullable Instant since,
    @Nullable String cause) {

  public static QueryChange undecided(@Nullable Double loadAasBefore) {
    return new QueryChange(Kind.UNDECIDED, loadAasBefore, null, null, null, null, null, null);
  }

  /** The kinds of change. */
  public enum Kind {
    NEW,
    REGRESSED,
    IMPROVED,
    TRAFFIC_UP,
    TRAFFIC_DOWN,
    /** Waits longer for others while its calls and its own work per call did not change. */
    VICTIM,
    STEADY,
    /** Too little history, or coverage too low. */
    UNDECIDED
  }
}
