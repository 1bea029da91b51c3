package dev.teiten.change.beforeafter;

import dev.teiten.change.CommonDayEffect;
import dev.teiten.change.ComparableDays;
import dev.teiten.change.ShiftFinding;
import dev.teiten.change.WeekNoise;
import dev.teiten.change.WeeklyMeans;
import dev.teiten.change.beforeafter.BeforeAfterSeries.Day;
import dev.teiten.change.beforeafter.BeforeAfterSeries.Measure;
import dev.teiten.change.beforeafter.StableBaseline.Levelled;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Compares one query, or some as one, with all others of its cluster. */
final class BeforeAfterBuilder {
  private final ClusterHistory history;
  private final BeforeAfterDays phases;

  BeforeAfterBuilder(ClusterHistory history, BeforeAfterDays phases) {
    this.history = history;
    this.phases = phases;
  }

  BeforeAfterSeries make(Set<String> fingerprints, Measure measure) {
    List<QueryHistory> queries = new ArrayList<>();
    queries.add(QueryHistory.sum(history.queries(), fingerprints));
    history.queries().stream()
        .filter(query -> !fingerprints.contains(query.group().fingerprint()))
        .filter(query -> query.meanLoad(0, history.weeks().size()) >= ShiftFinding.MIN_AAS)
        .forEach(queries::add);
    List<double[][]> calls =
        queries.stream().map(query -> QueryHistory.log(query.callsPerSecond())).toList();
    int weeks = history.weeks().size();
    ComparableDays comparable = ComparableDays.of(calls, weeks, history.clockChanges());
    List<double[][]> logs =
        queries.stream().map(query -> comparable.of(logs(query, measure))).toList();
    // Without the one that is followed: its own fall would drag the median of few along.
    CommonDayEffect common = CommonDayEffect.of(logs.subList(1, logs.size()), weeks);
    List<double[][]> rest = new ArrayList<>(logs.stream().map(common::removedFrom).toList());
    return new StableBaseline(
            rest.get(0), levelled -> course(queries.get(0), rest, levelled, measure))
        .course();
  }

  private static double[][] logs(QueryHistory query, Measure measure) {
    return switch (measure) {
      case WORK_PER_CALL -> QueryHistory.logRatio(query.workAas(), query.callsPerSecond());
      case TIME_PER_CALL -> QueryHistory.logRatio(query.countedAas(), query.callsPerSecond());
      case WORK -> QueryHistory.log(query.workAas());
    };
  }

  /**
   * @param rest logarithms of all, freed of what moved all; the query's own first
   * @param levelled the query's own, where a step before the moment is taken out
   */
  private BeforeAfterSeries course(
      QueryHistory query, List<double[][]> rest, Levelled levelled, Measure measure) {
    double[][] seen = measure == Measure.TIME_PER_CALL ? query.countedAas() : query.workAas();
    double[] usual = phases.weekdays(levelled.logs(), false);
    List<Day> days = new ArrayList<>();
    for (int w = 0; w < seen.length; w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        boolean after = phases.isAfter(w, day);
        if (after || phases.isBefore(w, day)) {
          double level = rest.get(0)[w][day] - usual[day];
          days.add(new Day(phases.weeks().get(w).start(day), w, after, level, seen[w][day]));
        }
      }
    }
    List<double[][]> level = new ArrayList<>(rest);
    level.set(0, levelled.logs());
    return new BeforeAfterSeries(
        days, new BeforeAfterSeries.QueryNoise(noise(level), 0), levelled.from());
  }

  /** The weeks before the moment tell it; those after are there as one, to be compared. */
  private WeekNoise noise(List<double[][]> own) {
    int before = phases.weeksBefore();
    List<double[][]> weeks = own.stream().map(logs -> weeks(logs, before)).toList();
    if (before < 2) {
      return WeekNoise.ofOneWeek(weeks);
    }
    List<WeeklyMeans> means = weeks.stream().map(logs -> WeeklyMeans.of(logs, before, 0)).toList();
    return WeekNoise.of(weeks, before, means, 0);
  }

  private double[][] weeks(double[][] logs, int before) {
    double[][] weeks = Arrays.copyOf(phases.only(logs, false), Math.max(1, before) + 1);
    weeks[weeks.length - 1] = phases.weekdays(logs, true);
    return weeks;
  }
}
