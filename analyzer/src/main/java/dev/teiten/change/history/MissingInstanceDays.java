package dev.teiten.change.history;

import dev.teiten.load.InstanceCoverage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The instances and days that the comparison of one query leaves out because their data is missing,
 * after a failed collect, say, or while Performance Insights was off.
 *
 * <p>The load of an instance without data is unknown. Counting it as 0 would turn a missing file
 * into a fall of traffic. So a query is compared on the instances that have data on the same
 * weekdays of all weeks. An instance without data on a day of the reviewed week is excluded from
 * that weekday in every week. So is an instance without data in an earlier week, unless it runs
 * nearly all of the query: then that day of that week is unknown instead. An instance that did not
 * exist on a day, or no longer, is not missing: other instances served its calls.
 */
public final class MissingInstanceDays {
  /** The least part of a query, 0..1, that the remaining instances must run. */
  private static final double MIN_REMAINING = 0.1;

  // A difference of equal sums is not exactly 0.
  private static final double ROUNDING = 1e-9;

  private final QueryHistory query;
  private final Map<String, QueryHistory> parts;
  private final List<InstanceCoverage> weeks;
  private final Map<String, BitSet> excludedWeekdays = new HashMap<>();
  private final boolean[][] unknown;

  /**
   * @param query its load on all instances
   * @param parts its part on each instance that lacks data on some day, by resource id
   * @param weeks oldest first, the reviewed one last
   */
  MissingInstanceDays(
      QueryHistory query, Map<String, QueryHistory> parts, List<InstanceCoverage> weeks) {
    this.query = query;
    this.parts = parts;
    this.weeks = weeks;
    unknown = new boolean[weeks.size()][DayGrid.COUNT];
    parts.keySet().forEach(id -> excludedWeekdays.put(id, new BitSet(DayGrid.COUNT)));
    for (int day = 0; day < DayGrid.COUNT; day++) {
      decide(day);
    }
  }

  private void decide(int day) {
    int reviewed = weeks.size() - 1;
    for (int w = reviewed; w >= 0; w--) {
      unknown[w][day] = weeks.get(w).hasNoData(day);
      for (String id : parts.keySet()) {
        if (!unknown[w][day] && weeks.get(w).isMissing(id, day) && !isExcluded(id, day)) {
          exclude(id, w, day, w == reviewed);
        }
      }
    }
    if (remainingPart(day) < MIN_REMAINING) {
      for (boolean[] week : unknown) {
        week[day] = true;
      }
    }
  }

  private void exclude(String id, int week, int day, boolean always) {
    BitSet weekdays = excludedWeekdays.getOrDefault(id, new BitSet(DayGrid.COUNT));
    weekdays.set(day);
    if (!always && remainingPart(day) < MIN_REMAINING) {
      weekdays.clear(day);
      unknown[week][day] = true;
    }
  }

  /** The part of the query on the instances that are not excluded, 0..1; 1 if it runs nowhere. */
  private double remainingPart(int day) {
    double total = 0;
    double excluded = 0;
    for (Map.Entry<String, QueryHistory> part : parts.entrySet()) {
      double load = meanLoad(part.getKey(), part.getValue());
      total += load;
      excluded += isExcluded(part.getKey(), day) ? load : 0;
    }
    total += meanLoadOfOthers();
    return total > 0 ? 1 - excluded / total : 1;
  }

  /** Mean load on one instance over its days with data, AAS. */
  private double meanLoad(String id, QueryHistory part) {
    double sum = 0;
    int days = 0;
    for (int w = 0; w < weeks.size(); w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        if (weeks.get(w).isCovered(id, day)) {
          sum += part.loadAas().value(w, day);
          days++;
        }
      }
    }
    return days == 0 ? 0 : sum / days;
  }

  /** Mean load on the instances that never lack data, AAS. */
  private double meanLoadOfOthers() {
    double sum = 0;
    int days = 0;
    for (int w = 0; w < weeks.size(); w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        if (!weeks.get(w).hasNoData(day)) {
          sum += loadOfOthers(w, day);
          days++;
        }
      }
    }
    return days == 0 ? 0 : sum / days;
  }

  private double loadOfOthers(int week, int day) {
    double ofParts = 0;
    for (QueryHistory part : parts.values()) {
      ofParts += part.loadAas().value(week, day);
    }
    double total = query.seenAas().value(week, day);
    return rounded(total - ofParts, total);
  }

  private static double rounded(double difference, double total) {
    return difference < ROUNDING * total ? 0 : difference;
  }

  /** Whether an instance does not count for the query on a weekday (0 is Monday). */
  public boolean isExcluded(String id, int day) {
    BitSet weekdays = excludedWeekdays.get(id);
    return weekdays != null && weekdays.get(day);
  }

  /** Whether any instance does not count on some weekday. */
  public boolean excludesInstances() {
    return excludedWeekdays.values().stream().anyMatch(weekdays -> !weekdays.isEmpty());
  }

  public boolean isUnknown(int week, int day) {
    return unknown[week][day];
  }

  /** Whether no weekday is known both in the reviewed week and in a week before. */
  public boolean hidesQuery() {
    int reviewed = weeks.size() - 1;
    for (int w = 0; w < reviewed; w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        if (!unknown[w][day] && !unknown[reviewed][day]) {
          return false;
        }
      }
    }
    return reviewed > 0 && !parts.isEmpty();
  }

  /** The query without the excluded instances and without the unknown days. */
  QueryHistory compared() {
    return new QueryHistory(
        query.group(),
        query.seenAas(),
        compared(QueryHistory::loadAas),
        compared(QueryHistory::countedAas),
        compared(QueryHistory::workAas),
        compared(QueryHistory::callsPerSecond),
        compared(QueryHistory::rowsPerSecond),
        query.unlistedAas());
  }

  private DailyValues compared(Function<QueryHistory, DailyValues> measure) {
    return DailyValues.of(
        weeks.size(),
        (week, day) -> unknown[week][day] ? Double.NaN : remaining(measure, week, day));
  }

  private double remaining(Function<QueryHistory, DailyValues> measure, int week, int day) {
    double total = measure.apply(query).value(week, day);
    double remaining = total;
    for (Map.Entry<String, QueryHistory> part : parts.entrySet()) {
      if (isExcluded(part.getKey(), day)) {
        remaining -= measure.apply(part.getValue()).value(week, day);
      }
    }
    return rounded(remaining, total);
  }
}
