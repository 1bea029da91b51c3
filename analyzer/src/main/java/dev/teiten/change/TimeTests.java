package dev.teiten.change;

import dev.teiten.change.HourMoveSearch.MoveTest;
import dev.teiten.change.IncidentSearch.IncidentTest;
import dev.teiten.change.QueryComparison.TimeEvents;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DaySet;
import dev.teiten.change.history.QueryHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The tests of queries for other hours and for single days, one of each a query, in the order of
 * the queries.
 *
 * @param moves null where the hours cannot be compared
 * @param incidents null where no day stands out
 */
record TimeTests(List<@Nullable MoveTest> moves, List<@Nullable IncidentTest> incidents) {

  /** No tests, of this number of queries. */
  static TimeTests none(int queries) {
    return new TimeTests(Collections.nCopies(queries, null), Collections.nCopies(queries, null));
  }

  static TimeTests of(List<QueryHistory> queries, ClusterHistory history, ComparableDays days) {
    IncidentSearch search = new IncidentSearch(history, days);
    List<@Nullable IncidentTest> incidents = new ArrayList<>();
    queries.forEach(query -> incidents.add(search.of(query).orElse(null)));
    return new TimeTests(new HourMoveSearch(history, days.withOtherHours()).of(queries), incidents);
  }

  /** The day of the reviewed week on which a query stands out. */
  DaySet incidentDay(int query, int reviewed) {
    IncidentTest incident = incidents.get(query);
    return DaySet.of(
        reviewed + 1, (week, day) -> incident != null && week == reviewed && day == incident.day());
  }

  /** The p-values of all tests, the moves first. A query without an outstanding day counts as 1. */
  DoubleStream pValues() {
    return DoubleStream.concat(
        moves.stream().filter(Objects::nonNull).mapToDouble(MoveTest::p),
        incidents.stream().mapToDouble(incident -> incident == null ? 1 : incident.p()));
  }

  /**
   * The tests with their q-values.
   *
   * @param qValues of {@link #pValues}
   */
  List<TimeEvents> events(Iterator<Double> qValues) {
    List<Double> ofMoves = new ArrayList<>();
    moves.forEach(move -> ofMoves.add(move == null ? 1 : qValues.next()));
    List<TimeEvents> events = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      events.add(new TimeEvents(moves.get(i), ofMoves.get(i), incidents.get(i), qValues.next()));
    }
    return events;
  }
}
