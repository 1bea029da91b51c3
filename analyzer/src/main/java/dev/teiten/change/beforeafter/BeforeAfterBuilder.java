package dev.teiten.change.beforeafter;

import dev.teiten.change.CommonDayEffect;
import dev.teiten.change.ComparableDays;
import dev.teiten.change.ShiftFinding;
import dev.teiten.change.WeekNoise;
import dev.teiten.change.WeeklyMeans;
import dev.teiten.change.beforeafter.BeforeAfterSeries.Day;
import dev.teiten.change.beforeafter.BeforeAfterSeries.Measure;
import dev.teiten.change.beforeafter.StableBaseline.LevelledLogs;
import dev.teiten.change.history.ClusterHistory;
import dev.teiten.change.history.DailyValues;
import dev.teiten.change.history.DayGrid;
import dev.teiten.change.history.QueryHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares one query, or the sum of some, with all other queries of its cluster. */
final class BeforeAfterBuilder {
  private final ClusterHistory history;
  private final BeforeAfterDays days;

  BeforeAfterBuilder(ClusterHistory history, BeforeAfterDays days) {
    this.history = history;
    this.days = days;
  }

  BeforeAfterSeries build(Set<String> fingerprints, Measure measure) {
    List<QueryHistory> queries = new ArrayList<>();
    queries.add(QueryHistory.sum(history.queries(), fingerprints));
    history.queries().stream()
        .filter(query -> !fingerprints.contains(query.group().fingerprint()))
        .filter(query -> query.meanLoad(0, history.weeks().size()) >= ShiftFinding.MIN_AAS)
        .forEach(queries::add);
    List<DailyValues> calls = queries.stream().map(q -> q.callsPerSecond().log()).toList();
    int weeks = history.weeks().size();
    ComparableDays comparable = ComparableDays.of(calls, weeks, history.clockChanges());
    List<DailyValues> logs =
        queries.stream().map(query -> comparable.of(logs(query, measure))).toList();
    // Without the query itself: among few queries its own fall would move the median.
    CommonDayEffect common = CommonDayEffect.of(logs.subList(1, logs.size()), weeks);
    List<DailyValues> residuals = logs.stream().map(common::removedFrom).toList();
    DailyValues aas =
        measure == Measure.TIME_PER_CALL ? queries.get(0).countedAas() : queries.get(0).workAas();
    return new StableBaseline(residuals.get(0), levelled -> series(residuals, levelled, aas))
        .series();
  }

  private static DailyValues logs(QueryHistory query, Measure measure) {
    return switch (measure) {
      case WORK_PER_CALL -> query.workAas().logRatio(query.callsPerSecond());
      case TIME_PER_CALL -> query.countedAas().logRatio(query.callsPerSecond());
      case WORK -> query.workAas().log();
    };
  }

  /**
   * @param residuals logarithms of all queries less the common effect, the followed query first
   * @param levelled the followed query without a step before the moment
   * @param aas the load behind the measure, AAS
   */
  private BeforeAfterSeries series(
      List<DailyValues> residuals, LevelledLogs levelled, DailyValues aas) {
    double[] usual = days.weekdaysBefore(levelled.logs());
    List<Day> series = new ArrayList<>();
    for (int w = 0; w < aas.weeks(); w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        boolean after = days.isAfter(w, day);
        if (after || days.isBefore(w, day)) {
          double level = residuals.get(0).value(w, day) - usual[day];
          series.add(new Day(days.weeks().get(w).start(day), w, after, level, aas.value(w, day)));
        }
      }
    }
    List<DailyValues> logs = new ArrayList<>(residuals);
    logs.set(0, levelled.logs());
    return new BeforeAfterSeries(
        series, new BeforeAfterSeries.QueryNoise(noise(logs), 0), levelled.from());
  }

  /** Noise is estimated from the weeks before; the weeks after form one sample. */
  private WeekNoise noise(List<DailyValues> logs) {
    int before = days.weeksBefore();
    List<DailyValues> weeks = logs.stream().map(query -> weeks(query, before)).toList();
    if (before < 2) {
      return WeekNoise.ofOneWeek(weeks);
    }
    List<WeeklyMeans> means =
        weeks.stream().map(query -> WeeklyMeans.of(query, before, 0)).toList();
    return WeekNoise.of(weeks, before, means, 0);
  }

  /** The weeks before the moment, and the weekday means after it as the last week. */
  private DailyValues weeks(DailyValues logs, int before) {
    DailyValues logsBefore = days.before(logs);
    double[] after = days.weekdaysAfter(logs);
    int last = Math.max(1, before);
    return DailyValues.of(
        last + 1, (week, day) -> week == last ? after[day] : logsBefore.value(week, day));
  }
}
