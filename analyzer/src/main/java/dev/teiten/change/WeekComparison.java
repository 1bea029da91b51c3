package dev.teiten.change;

import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Compares every query that matters with its own past, in work, calls and time. */
public final class WeekComparison {
  private final List<QueryComparison> evidence;
  private final double trafficChange;
  private final double workChange;
  private final ComparableDays days;

  private WeekComparison(
      List<QueryComparison> evidence,
      double trafficChange,
      double workChange,
      ComparableDays days) {
    this.days = days;
    this.evidence = evidence;
    this.trafficChange = trafficChange;
    this.workChange = workChange;
  }

  /**
   * @param queries those that are worth a comparison
   * @param before weeks before the reviewed one, at least 1
   * @param clockChanges by week and day, whether the day has 23 or 25 hours
   */
  static WeekComparison of(List<QueryHistory> queries, int before, boolean[][] clockChanges) {
    List<double[][]> work = new ArrayList<>();
    List<double[][]> calls = new ArrayList<>();
    List<double[][]> time = new ArrayList<>();
    for (QueryHistory query : queries) {
      work.add(QueryHistory.logRatio(query.workAas(), query.callsPerSecond()));
      calls.add(QueryHistory.log(query.callsPerSecond()));
      time.add(QueryHistory.logRatio(query.countedAas(), query.callsPerSecond()));
    }
    ComparableDays days = ComparableDays.of(calls, before + 1, clockChanges);
    for (List<double[][]> measure : List.of(work, calls, time)) {
      measure.replaceAll(days::of);
    }
    CommonDayEffect commonWork = CommonDayEffect.of(work, before + 1);
    CommonDayEffect commonCalls = CommonDayEffect.of(calls, before + 1);
    ShiftSearch test = new ShiftSearch(before);
    List<List<ShiftsByDay>> shifts =
        List.of(
            test.of(work.stream().map(commonWork::removedFrom).toList()),
            test.of(
                calls.stream().map(commonCalls::removedFrom).map(WeekComparison::lasting).toList()),
            // What moves all queries is not taken out here: a queue moves them all.
            test.of(time));
    return new WeekComparison(
        evidence(queries, shifts), commonCalls.change(), commonWork.change(), days);
  }

  private static double[][] lasting(double[][] calls) {
    return UnusualDays.without(UnusualDays.ofOne(calls), calls);
  }

  /** All measures of all queries share one correction: each is one more look. */
  private static List<QueryComparison> evidence(
      List<QueryHistory> queries, List<List<ShiftsByDay>> shifts) {
    double[] pValues =
        shifts.stream()
            .flatMap(List::stream)
            .map(ShiftsByDay::surest)
            .filter(Objects::nonNull)
            .mapToDouble(LevelShift::pValue)
            .toArray();
    Iterator<Double> qValues = Arrays.stream(BenjaminiHochberg.adjust(pValues)).iterator();
    List<List<ShiftFinding>> findings =
        shifts.stream().map(measure -> findings(measure, qValues)).toList();
    List<QueryComparison> evidence = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      evidence.add(
          new QueryComparison(
              queries.get(i),
              findings.get(0).get(i),
              findings.get(1).get(i),
              findings.get(2).get(i)));
    }
    return evidence;
  }

  private static List<ShiftFinding> findings(List<ShiftsByDay> measure, Iterator<Double> qValues) {
    List<ShiftFinding> found = new ArrayList<>();
    for (ShiftsByDay own : measure) {
      found.add(new ShiftFinding(own, own.surest() == null ? 1 : qValues.next()));
    }
    return found;
  }

  List<QueryComparison> evidence() {
    return evidence;
  }

  /** Relative change of the calls of all queries together; 0 where there are too few to tell. */
  public double trafficChange() {
    return trafficChange;
  }

  /** Relative change of the work a call of all queries together. */
  public double workChange() {
    return workChange;
  }

  /** By week (oldest first) and day, whether it was left out because people did something else. */
  public boolean[][] unusualDays() {
    return days.unusual();
  }

  /** Likewise, whether all queries together were called far from as often as on that weekday. */
  public boolean[][] daysTogether() {
    return days.together();
  }

  static double[] lastWeek(double[][] byWeek) {
    return Arrays.copyOf(byWeek[byWeek.length - 1], DayGrid.COUNT);
  }
}
