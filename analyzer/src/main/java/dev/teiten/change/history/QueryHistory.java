package dev.teiten.change.history;

import dev.teiten.load.KnownValues;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One query by week (oldest first) and day. {@code NaN} marks an unknown day. A day on which the
 * source listed other queries but not this one is 0.
 *
 * <p>All values but {@code seenAas} count only the instances that have data in all compared weeks.
 *
 * @param seenAas its load on all instances, AAS
 * @param loadAas its load on the compared instances, AAS
 * @param countedAas the load of its digests that have a call count, AAS
 * @param workAas the part of {@code countedAas} that is its own work, AAS: on CPU without the
 *     queue, and in I/O
 * @param callsPerSecond calls of the digests that have a count
 * @param rowsPerSecond rows that these digests examine; 0 where the source does not say
 * @param unlistedAas the most load that it may have had in the hours that do not list it, AAS
 */
public record QueryHistory(
    QueryGroup group,
    DailyValues seenAas,
    DailyValues loadAas,
    DailyValues countedAas,
    DailyValues workAas,
    DailyValues callsPerSecond,
    DailyValues rowsPerSecond,
    DailyValues unlistedAas) {
  /** A load of which a larger part, 0..1, may be unlisted is unknown. */
  private static final double MAX_UNLISTED = 0.1;

  /**
   * The sum of some queries, under the name of the first.
   *
   * @param fingerprints at least one of them is in {@code queries}
   */
  public static QueryHistory sum(List<QueryHistory> queries, Set<String> fingerprints) {
    return queries.stream()
        .filter(query -> fingerprints.contains(query.group().fingerprint()))
        .reduce(QueryHistory::plus)
        .orElseThrow();
  }

  private QueryHistory plus(QueryHistory other) {
    return new QueryHistory(
        group,
        seenAas.plus(other.seenAas),
        loadAas.plus(other.loadAas),
        countedAas.plus(other.countedAas),
        workAas.plus(other.workAas),
        callsPerSecond.plus(other.callsPerSecond),
        rowsPerSecond.plus(other.rowsPerSecond),
        unlistedAas.plus(other.unlistedAas));
  }

  /**
   * Whether so much of the load of the weeks {@code [fromWeek, toWeek)} may be unlisted that its
   * amount is unknown.
   */
  public boolean isNearCut(int fromWeek, int toWeek) {
    double hidden = 0;
    double seen = 0;
    for (int w = fromWeek; w < toWeek; w++) {
      hidden += KnownValues.sum(unlistedAas.week(w));
      seen += KnownValues.sum(seenAas.week(w));
    }
    int days = DayGrid.COUNT * Math.max(1, toWeek - fromWeek);
    return isMuch(hidden / days, seen / days);
  }

  /** A query that left has no load, but little of its usual load could have been unlisted. */
  private boolean isMuch(double hidden, double seen) {
    double usual = KnownValues.sum(seenAas.toArray()) / (seenAas.weeks() * DayGrid.COUNT);
    return hidden > MAX_UNLISTED * (hidden + Math.max(seen, usual));
  }

  /** The counts and the work without the days on which too much may be unlisted. */
  QueryHistory withoutCutDays() {
    DaySet cut =
        DaySet.of(
            seenAas.weeks(),
            (week, day) -> isMuch(unlistedAas.value(week, day), seenAas.value(week, day)));
    return new QueryHistory(
        group,
        seenAas,
        loadAas,
        countedAas.without(cut),
        workAas.without(cut),
        callsPerSecond.without(cut),
        rowsPerSecond.without(cut),
        unlistedAas);
  }

  /**
   * Mean load on all instances over the known days of a week, AAS; {@code NaN} if none is known.
   */
  public double weekLoad(int week) {
    return KnownValues.mean(seenAas.week(week));
  }

  /**
   * The mean of the weekly mean loads of the weeks {@code [fromWeek, toWeek)}, AAS; {@code NaN} if
   * none is known.
   */
  public double meanLoad(int fromWeek, int toWeek) {
    double[] weeks = new double[toWeek - fromWeek];
    Arrays.setAll(weeks, w -> KnownValues.mean(loadAas.week(fromWeek + w)));
    return KnownValues.mean(weeks);
  }

  /**
   * The logarithm of the calls of each weekday, its mean over the first {@code before} weeks; 0
   * where unknown.
   */
  public double[] usualCalls(int before) {
    double[] means = callsPerSecond.log().weekdayMeans(before);
    return Arrays.stream(means).map(mean -> Double.isNaN(mean) ? 0 : mean).toArray();
  }

  /**
   * How far the rows examined per call moved, as a logarithm: the reviewed week from {@code
   * fromDay} on against the same days of the first {@code before} weeks; {@code NaN} if unknown.
   */
  public double rowsShift(int before, int fromDay) {
    DailyValues logs = rowsPerSecond.logRatio(callsPerSecond);
    double[] usual = logs.weekdayMeans(before);
    double[] shifts = logs.week(before, fromDay);
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] -= usual[fromDay + i];
    }
    return KnownValues.mean(shifts);
  }
}
