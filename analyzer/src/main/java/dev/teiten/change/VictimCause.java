package dev.teiten.change;

import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import dev.teiten.load.WaitEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a query waits for that it did not wait for before. */
final class VictimCause {
  /** The part of the added time that must be waiting and not the query's own work. */
  private static final double MIN_WAITING = 0.5;

  private VictimCause() {}

  /**
   * The wait that grew most a call; {@code CPU} is the queue for it. Empty where the query's own
   * work makes up most of the added time.
   */
  static Optional<String> of(ClusterHistory history, QueryHistory query, int fromDay) {
    int before = history.before();
    double added =
        perCall(query.countedAas(), query, before, before + 1, fromDay)
            - perCall(query.countedAas(), query, 0, before, fromDay);
    double own =
        perCall(query.workAas(), query, before, before + 1, fromDay)
            - perCall(query.workAas(), query, 0, before, fromDay);
    if (!(added - own >= MIN_WAITING * added)) {
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

  /** Seconds a call, over the known days from {@code fromDay} on of some weeks. */
  private static double perCall(
      double[][] aas, QueryHistory query, int fromWeek, int toWeek, int fromDay) {
    double sum = 0;
    double calls = 0;
    for (int w = fromWeek; w < toWeek; w++) {
      sum += known(aas[w], fromDay);
      calls += known(query.callsPerSecond()[w], fromDay);
    }
    return sum / calls;
  }

  private static double known(double[] days, int fromDay) {
    return Arrays.stream(days, fromDay, DayGrid.COUNT).filter(day -> !Double.isNaN(day)).sum();
  }
}
