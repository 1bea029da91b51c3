package dev.teiten.change;

import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.KnownValues;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import java.util.Map;
import java.util.Optional;

/** The cause of a rise in time per call that is not the query's own work. */
final class VictimCause {
  /** The least part of the added time, 0..1, that must be waiting. */
  private static final double MIN_WAITING = 0.5;

  private VictimCause() {}

  /**
   * The wait event that grew most per call; {@code CPU} is the queue for it. Empty if the query's
   * own work makes up most of the added time.
   */
  static Optional<String> of(ClusterHistory history, QueryHistory query, int fromDay) {
    int before = history.before();
    double added =
        perCall(query.countedAas(), query, before, before + 1, fromDay)
            - perCall(query.countedAas(), query, 0, before, fromDay);
    double addedWork =
        perCall(query.workAas(), query, before, before + 1, fromDay)
            - perCall(query.workAas(), query, 0, before, fromDay);
    if (!(added - addedWork >= MIN_WAITING * added)) {
      return Optional.empty();
    }
    WaitsPerCall waits = new WaitsPerCall(history, query.group(), fromDay);
    Map<WaitEvent, Double> usual = waits.perCall(0, before);
    Map<WaitEvent, Double> now = waits.perCall(before, before + 1);
    return now.entrySet().stream()
        .max(
            (a, b) ->
                Double.compare(
                    a.getValue() - usual.getOrDefault(a.getKey(), 0.0),
                    b.getValue() - usual.getOrDefault(b.getKey(), 0.0)))
        .map(entry -> entry.getKey().name());
  }

  /** Whether a wait is one for a lock that another statement holds. */
  static boolean isLock(String wait) {
    return new WaitEvent(wait).waitClass() == WaitClass.ROW_LOCK;
  }

  /** Seconds per call over the known days from {@code fromDay} on of some weeks. */
  private static double perCall(
      DailyValues aas, QueryHistory query, int fromWeek, int toWeek, int fromDay) {
    double sum = 0;
    double calls = 0;
    for (int w = fromWeek; w < toWeek; w++) {
      sum += KnownValues.sum(aas.week(w, fromDay));
      calls += KnownValues.sum(query.callsPerSecond().week(w, fromDay));
    }
    return sum / calls;
  }
}
