package dev.teiten.web.sample;

import dev.teiten.load.WaitEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A query of the sample fleet with a known truth.
 *
 * @param number gives its digest; queries with a lower number hold more load
 * @param statement the text that the source shows; the source truncated it if it ends with …
 * @param loadAas mean load over the whole cluster once it has changed
 * @param waits parts of the load by wait event, together 1
 * @param callsPerSecond mean over the whole cluster once it has changed
 * @param rowsExamined rows per call
 */
record SampleQuery(
    int number,
    String statement,
    double loadAas,
    Map<WaitEvent, Double> waits,
    double callsPerSecond,
    double rowsExamined,
    boolean isCounted,
    QueryStep step) {

  static final WaitEvent ROW_LOCK = new WaitEvent("synch/cond/innodb/row_lock_wait_cond");
  static final double ROWS_SENT = 3;

  /**
   * A permanent change, as factors on the figures of the query.
   *
   * @param callsBefore 0 if the query did not run before
   * @param callsSince 0 if the query no longer runs
   * @param workBefore time of a call without its waits for row locks
   * @param locksBefore time that a call waits for row locks
   */
  record QueryStep(
      Instant at, double callsBefore, double callsSince, double workBefore, double locksBefore) {
    static final QueryStep NONE = new QueryStep(Instant.MIN, 1, 1, 1, 1);
  }

  /** Calls a second over the whole cluster, in a minute of mean traffic. */
  double callsPerSecond(Instant at) {
    return callsPerSecond * (isChanged(at) ? step.callsSince : step.callsBefore);
  }

  /** Seconds of one wait in a call, on an idle host. */
  double secondsPerCall(WaitEvent wait, Instant at) {
    double seconds = waits.getOrDefault(wait, 0.0) * loadAas / callsPerSecond;
    double before = wait.equals(ROW_LOCK) ? step.locksBefore : step.workBefore;
    return isChanged(at) ? seconds : before * seconds;
  }

  private boolean isChanged(Instant at) {
    return !at.isBefore(step.at);
  }

  String digest() {
    return String.format(Locale.ROOT, "%08X%08X", number * 2654435761L & 0xffffffffL, number);
  }

  /** Writes run on the writer, reads on the readers. */
  boolean isWrite() {
    return !statement.startsWith("SELECT") && !statement.startsWith("WITH");
  }

  /** Whether the text is complete. */
  boolean isComplete() {
    return !statement.endsWith("…");
  }

  /** The query as if it had never changed. */
  SampleQuery steady() {
    return new SampleQuery(
        number, statement, loadAas, waits, callsPerSecond, rowsExamined, isCounted, QueryStep.NONE);
  }
}
