package dev.teiten.change.history;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;

/** Adds up the digests of one query by week and day. */
final class QueryHistoryBuilder {
  private final QueryGroup group;
  private final DailyValues.Builder loadAas;
  private final DailyValues.Builder countedAas;
  private final DailyValues.Builder workAas;
  private final DailyValues.Builder callsPerSecond;
  private final DailyValues.Builder rowsPerSecond;

  QueryHistoryBuilder(QueryGroup group, int weeks) {
    this.group = group;
    loadAas = new DailyValues.Builder(weeks);
    countedAas = new DailyValues.Builder(weeks);
    workAas = new DailyValues.Builder(weeks);
    callsPerSecond = new DailyValues.Builder(weeks);
    rowsPerSecond = new DailyValues.Builder(weeks);
  }

  QueryGroup group() {
    return group;
  }

  /**
   * Adds the load of a digest on one day.
   *
   * @param stretch how much longer than their work its sessions stood on the CPUs
   */
  void add(int week, int day, DigestLoad load, double stretch) {
    loadAas.add(week, day, load.loadAas());
    Double calls = load.statistics().get(DigestStatistic.CALLS_PER_SECOND);
    if (calls != null) {
      countedAas.add(week, day, load.loadAas());
      workAas.add(week, day, OwnWork.aas(load, stretch));
      callsPerSecond.add(week, day, calls);
      rowsPerSecond.add(
          week, day, load.statistics().getOrDefault(DigestStatistic.ROWS_EXAMINED_PER_SECOND, 0.0));
    }
  }

  /**
   * The history of the query.
   *
   * @param unknown the days on which the source listed no query
   * @param unlistedAas the most load in the hours that do not list the query, AAS
   */
  QueryHistory build(DaySet unknown, DailyValues unlistedAas) {
    DailyValues known = loadAas.build().without(unknown);
    return new QueryHistory(
        group,
        known,
        known,
        countedAas.build(),
        workAas.build(),
        callsPerSecond.build(),
        rowsPerSecond.build(),
        unlistedAas);
  }
}
