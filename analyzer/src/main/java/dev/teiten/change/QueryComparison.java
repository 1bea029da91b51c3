package dev.teiten.change;

import dev.teiten.change.history.QueryHistory;

/**
 * The comparison of one query with the weeks before.
 *
 * @param work own work per call, without the queue, less the common effect of all queries
 * @param calls calls, less the common effect of all queries
 * @param time load per call: work, queue and waits
 */
record QueryComparison(
    QueryHistory history, ShiftFinding work, ShiftFinding calls, ShiftFinding time) {

  boolean hasCalls() {
    return calls.shift() != null;
  }
}
