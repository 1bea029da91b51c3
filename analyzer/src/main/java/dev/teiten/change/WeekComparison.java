package dev.teiten.change;

import dev.teiten.change.QueryComparison.TimeEvents;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DaySet;
import dev.teiten.change.history.QueryHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** Compares queries with their own past, in work, calls, time, and hours. */
public final class WeekComparison {
  private final List<QueryComparison> comparisons;
  private final double trafficChange;
  private final double workChange;
  private final ComparableDays days;

  private WeekComparison(
      List<QueryComparison> comparisons,
      double trafficChange,
      double workChange,
      ComparableDays days) {
    this.comparisons = List.copyOf(comparisons);
    this.trafficChange = trafficChange;
    this.workChange = workChange;
    this.days = days;
  }

  /**
   * @param queries the queries with enough load for a comparison
   * @param before the number of weeks before the reviewed one, at least 1
   * @param clockChanges the days of 23 or 25 hours
   */
  static WeekComparison of(List<QueryHistory> queries, int before, DaySet clockChanges) {
    List<DailyValues> calls = queries.stream().map(q -> q.callsPerSecond().log()).toList();
    ComparableDays days = ComparableDays.of(calls, before + 1, clockChanges);
    return of(queries, before, days, TimeTests.none(queries.size()));
  }

  /**
   * The comparison with moves and incidents.
   *
   * @param queries the queries with enough load for a comparison
   */
  static WeekComparison of(List<QueryHistory> queries, ClusterHistory history) {
    int before = history.before();
    List<DailyValues> calls = queries.stream().map(q -> q.callsPerSecond().log()).toList();
    ComparableDays days = ComparableDays.of(calls, before + 1, history.clockChanges());
    return of(queries, before, days, TimeTests.of(queries, history, days));
  }

  private static WeekComparison of(
      List<QueryHistory> queries, int before, ComparableDays days, TimeTests tests) {
    int weeks = before + 1;
    List<DailyValues> calls = queries.stream().map(q -> days.of(q.callsPerSecond().log())).toList();
    List<DailyValues> work = new ArrayList<>();
    List<DailyValues> time = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      QueryHistory query = queries.get(i);
      // A single day that stands out would look like a shift of the whole week.
      DaySet incident = tests.incidentDay(i, before);
      work.add(days.of(query.workAas().logRatio(query.callsPerSecond())).without(incident));
      time.add(days.of(query.countedAas().logRatio(query.callsPerSecond())).without(incident));
    }
    CommonDayEffect commonWork = CommonDayEffect.of(work, weeks);
    CommonDayEffect commonCalls = CommonDayEffect.of(calls, weeks);
    ShiftSearch search = new ShiftSearch(before);
    List<List<ShiftsByDay>> shifts =
        List.of(
            search.of(work.stream().map(commonWork::removedFrom).toList()),
            search.of(
                calls.stream()
                    .map(commonCalls::removedFrom)
                    .map(WeekComparison::withoutUnusualDays)
                    .toList()),
            // The common effect stays in the time: a queue moves all queries together.
            search.of(time));
    return new WeekComparison(
        comparisons(queries, shifts, tests), commonCalls.change(), commonWork.change(), days);
  }

  private static DailyValues withoutUnusualDays(DailyValues calls) {
    return calls.without(UnusualDays.ofQuery(calls));
  }

  /** One correction covers all measures of all queries: each is one more test. */
  private static List<QueryComparison> comparisons(
      List<QueryHistory> queries, List<List<ShiftsByDay>> shifts, TimeTests tests) {
    DoubleStream ofShifts =
        shifts.stream()
            .flatMap(List::stream)
            .map(ShiftsByDay::surest)
            .filter(Objects::nonNull)
            .mapToDouble(LevelShift::pValue);
    double[] pValues = DoubleStream.concat(ofShifts, tests.pValues()).toArray();
    Iterator<Double> qValues = Arrays.stream(BenjaminiHochberg.adjust(pValues)).iterator();
    List<ShiftFinding> work = findings(shifts.get(0), qValues);
    List<ShiftFinding> calls = findings(shifts.get(1), qValues);
    List<ShiftFinding> time = findings(shifts.get(2), qValues);
    List<TimeEvents> events = tests.events(qValues);
    List<QueryComparison> comparisons = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      comparisons.add(
          new QueryComparison(
              queries.get(i), work.get(i), calls.get(i), time.get(i), events.get(i)));
    }
    return comparisons;
  }

  private static List<ShiftFinding> findings(List<ShiftsByDay> measure, Iterator<Double> qValues) {
    List<ShiftFinding> findings = new ArrayList<>();
    for (ShiftsByDay shifts : measure) {
      findings.add(new ShiftFinding(shifts, shifts.surest() == null ? 1 : qValues.next()));
    }
    return findings;
  }

  List<QueryComparison> comparisons() {
    return comparisons;
  }

  /** Relative change of the calls of all queries together; 0 with too few queries to tell. */
  public double trafficChange() {
    return trafficChange;
  }

  /** Relative change of the work per call of all queries together. */
  public double workChange() {
    return workChange;
  }

  /** The days that are compared, and those that are not. */
  public ComparableDays days() {
    return days;
  }
}
