package dev.teiten.change;

import dev.teiten.change.HourMoveSearch.MoveTest;
import dev.teiten.change.IncidentSearch.IncidentTest;
import dev.teiten.change.history.QueryHistory;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of one query with the weeks before.
 *
 * @param work own work per call, without the queue, less the common effect of all queries
 * @param calls calls, less the common effect of all queries
 * @param time load per call: work, queue and waits
 * @param events moves and incidents
 */
record QueryComparison(
    QueryHistory history,
    ShiftFinding work,
    ShiftFinding calls,
    ShiftFinding time,
    TimeEvents events) {

  /**
   * The move and the incident of a query, if there are any.
   *
   * @param move null where the hours cannot be compared
   * @param moveQ q-value of the move, 0..1; 1 without one
   * @param incident the day that stands out most; null if none does
   * @param incidentQ q-value of the incident, 0..1; 1 without one
   */
  record TimeEvents(
      @Nullable MoveTest move, double moveQ, @Nullable IncidentTest incident, double incidentQ) {
    /** The move; null unless it is sure. */
    @Nullable MoveTest sureMove() {
      return move != null && move.isMove(moveQ) ? move : null;
    }

    /** The incident; null unless it is sure. */
    @Nullable IncidentTest sureIncident() {
      return incidentQ <= ShiftFinding.MAX_Q ? incident : null;
    }
  }

  boolean hasCalls() {
    return calls.shift() != null;
  }
}
