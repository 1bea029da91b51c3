package dev.teiten.change;

import dev.teiten.change.IncidentSearch.IncidentTest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change of one query against the weeks before.
 *
 * @param loadAasBefore mean load of the weeks before, AAS; null without history
 * @param effect relative change (0.52 is +52 %) of the work per call for REGRESSED and IMPROVED, of
 *     the calls for TRAFFIC_UP and TRAFFIC_DOWN, of the day's load for INCIDENT, of the load
 *     otherwise; null if undecided, new or moved
 * @param effectLow lower end of the effect's 95 % interval
 * @param effectHigh upper end of the effect's 95 % interval
 * @param qValue Benjamini-Hochberg adjusted p-value, 0..1
 * @param since when the change began; null if no change point was found
 * @param cause PER_CALL; PLAN, if the rows examined per call moved with the work to at least twice
 *     or half; CALLS; or the wait of a victim or an incident; null if no cause is known
 * @param until when an incident ended; null for a change that lasts
 * @param moved the hours of MOVED_IN_TIME; else null
 * @param suspects fingerprints of the queries that work more in the hours in which this one waits,
 *     the largest rise first
 * @param also further changes of the same query
 */
public record QueryChange(
    Kind kind,
    @Nullable Double loadAasBefore,
    @Nullable Double effect,
    @Nullable Double effectLow,
    @Nullable Double effectHigh,
    @Nullable Double qValue,
    @Nullable Instant since,
    @Nullable String cause,
    @Nullable Instant until,
    @Nullable HourMove moved,
    List<String> suspects,
    List<FurtherChange> also) {

  public QueryChange {
    suspects = List.copyOf(suspects);
    also = List.copyOf(also);
  }

  /** A change that lasts, with neither suspects nor a second change. */
  QueryChange(
      Kind kind,
      @Nullable Double loadAasBefore,
      @Nullable Double effect,
      @Nullable Double effectLow,
      @Nullable Double effectHigh,
      @Nullable Double qValue,
      @Nullable Instant since,
      @Nullable String cause) {
    this(
        kind,
        loadAasBefore,
        effect,
        effectLow,
        effectHigh,
        qValue,
        since,
        cause,
        null,
        null,
        List.of(),
        List.of());
  }

  public static QueryChange undecided(@Nullable Double loadAasBefore) {
    return new QueryChange(Kind.UNDECIDED, loadAasBefore, null, null, null, null, null, null);
  }

  static QueryChange moved(
      @Nullable Double loadAasBefore, double qValue, @Nullable Instant since, HourMove moved) {
    return new QueryChange(Kind.MOVED_IN_TIME, loadAasBefore, null, null, null, qValue, since, null)
        .with(null, moved, List.of(), List.of());
  }

  static QueryChange incident(
      @Nullable Double loadAasBefore,
      IncidentTest incident,
      double qValue,
      IncidentWindow window,
      List<String> suspects) {
    return new QueryChange(
            Kind.INCIDENT,
            loadAasBefore,
            incident.effect(),
            null,
            null,
            qValue,
            window.since(),
            incident.cause())
        .with(window.until(), null, suspects, List.of());
  }

  /** This change with the queries that may have caused it. */
  QueryChange withSuspects(List<String> fingerprints) {
    return with(until, moved, fingerprints, also);
  }

  /** This change with further changes of the query. */
  QueryChange withAlso(List<FurtherChange> further) {
    return with(until, moved, suspects, further);
  }

  private QueryChange with(
      @Nullable Instant end,
      @Nullable HourMove move,
      List<String> fingerprints,
      List<FurtherChange> further) {
    return new QueryChange(
        kind,
        loadAasBefore,
        effect,
        effectLow,
        effectHigh,
        qValue,
        since,
        cause,
        end,
        move,
        fingerprints,
        further);
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
    /** Does as much work as before, at other hours. */
    MOVED_IN_TIME,
    /** Far more load or waiting than usual on one day. */
    INCIDENT,
    STEADY,
    /** Too little history, coverage too low, or too near to the end of the source's list. */
    UNDECIDED
  }
}
