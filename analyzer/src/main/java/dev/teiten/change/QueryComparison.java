package dev.teiten.change;

import dev.teiten.change.history.QueryHistory;

/**
 * Everything that the comparison with the weeks before says of one query.
 *
 * @param work own work a call, freed of the queue and of what moved all queries
 * @param calls calls, freed of what moved all queries
 * @param time load a call: work, queue and waits
 */
record QueryComparison(
    QueryHistory history, ShiftFinding work, ShiftFinding calls, ShiftFinding time) {

  boolean hasCalls() {
    return calls.shift() != null;
  }
}
