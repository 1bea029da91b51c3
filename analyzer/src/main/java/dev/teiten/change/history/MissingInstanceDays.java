package dev.teiten.change.history;

import dev.teiten.load.InstanceCoverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Instances that lived and were not heard: a collect that failed, Performance Insights that was
 * off. What they did is unknown, and to take it for nothing makes traffic of a missing file. So a
 * query is compared on the instances that were heard on the same days of all weeks. An instance
 * that is silent on a day of the reviewed week is left out of that weekday in every week. One that
 * is silent in a week before is left out as well; but where it runs nearly all of the query, that
 * day of that week is unknown instead. An instance that was not there (not created yet, or gone) is
 * not silent: others took over its calls.
 */
public final class MissingInstanceDays {
  /** Of a query of which less is heard nothing is said. */
  private static final double MIN_REST = 0.1;

  // A difference of sums that should be 0 is not quite.
  private static final double ROUNDING = 1e-9;

  private final QueryHistory query;
  private final Map<String, QueryHistory> parts;
  private final List<InstanceCoverage> weeks;
  private final Map<String, boolean[]> leftOut = new LinkedHashMap<>();
  private final boolean[][] unknown;

  /**
   * @param query all that was seen of it
   * @param parts of it by resource id, of the instances that are silent while others are heard
   * @param weeks the reviewed one last
   */
  MissingInstanceDays(
      QueryHistory query, Map<String, QueryHistory> parts, List<InstanceCoverage> weeks) {
    this.query = query;
    this.parts = parts;
    this.weeks = weeks;
    unknown = new boolean[weeks.size()][DayGrid.COUNT];
    parts.keySet().forEach(id -> leftOut.put(id, new boolean[DayGrid.COUNT]));
    for (int day = 0; day < DayGrid.COUNT; day++) {
      decide(day);
    }
  }

  private void decide(int day) {
    int reviewed = weeks.size() - 1;
    for (int w = reviewed; w >= 0; w--) {
      unknown[w][day] = weeks.get(w).hasNoData(day);
      for (String id : parts.keySet()) {
        if (!unknown[w][day] && weeks.get(w).isMissing(id, day) && !isLeftOut(id, day)) {
          leave(id, w, day, w == reviewed);
        }
      }
    }
    if (rest(day) < MIN_REST) {
      for (boolean[] week : unknown) {
        week[day] = true;
      }
    }
  }

  private void leave(String id, int week, int day, boolean always) {
    boolean[] days = leftOut.getOrDefault(id, new boolean[DayGrid.COUNT]);
    days[day] = true;
    if (!always && rest(day) < MIN_REST) {
      days[day] = false;
      unknown[week][day] = true;
    }
  }

  /** The part of the query that the instances run which are not left out; 1 if it runs nowhere. */
  private double rest(int day) {
    double all = 0;
    double out = 0;
    for (Map.Entry<String, QueryHistory> part : parts.entrySet()) {
      double own = mean(part.getKey(), part.getValue());
      all += own;
      out += isLeftOut(part.getKey(), day) ? own : 0;
    }
    all += meanOfOthers();
    return all > 0 ? 1 - out / all : 1;
  }

  /** Mean load on one instance over the days on which it was heard. */
  private double mean(String id, QueryHistory part) {
    double sum = 0;
    int days = 0;
    for (int w = 0; w < weeks.size(); w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        if (weeks.get(w).isCovered(id, day)) {
          sum += part.loadAas()[w][day];
          days++;
        }
      }
    }
    return days == 0 ? 0 : sum / days;
  }

  private double meanOfOthers() {
    double sum = 0;
    int days = 0;
    for (int w = 0; w < weeks.size(); w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        if (!weeks.get(w).hasNoData(day)) {
          double apart = 0;
          for (QueryHistory part : parts.values()) {
            apart += part.loadAas()[w][day];
          }
          sum += rounded(query.seenAas()[w][day] - apart, query.seenAas()[w][day]);
          days++;
        }
      }
    }
    return days == 0 ? 0 : sum / days;
  }

  private static double rounded(double difference, double of) {
    return difference < ROUNDING * of ? 0 : difference;
  }

  /** Whether an instance does not count for the query on a weekday. */
  public boolean isLeftOut(String id, int day) {
    boolean[] days = leftOut.get(id);
    return days != null && days[day];
  }

  public boolean leavesOut() {
    for (boolean[] days : leftOut.values()) {
      for (boolean day : days) {
        if (day) {
          return true;
        }
      }
    }
    return false;
  }

  public boolean isUnknown(int week, int day) {
    return unknown[week][day];
  }

  /** Whether no weekday is known both in the reviewed week and in a week before. */
  public boolean hides() {
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

  /** Takes what does not count out of the query's history. */
  void apply() {
    List<double[][]> all = query.compared();
    for (int w = 0; w < weeks.size(); w++) {
      for (int day = 0; day < DayGrid.COUNT; day++) {
        for (int measure = 0; measure < all.size(); measure++) {
          double[][] values = all.get(measure);
          values[w][day] = unknown[w][day] ? Double.NaN : rest(values, measure, w, day);
        }
      }
    }
  }

  private double rest(double[][] values, int measure, int w, int day) {
    double all = values[w][day];
    double rest = all;
    for (Map.Entry<String, QueryHistory> part : parts.entrySet()) {
      if (isLeftOut(part.getKey(), day)) {
        rest -= part.getValue().compared().get(measure)[w][day];
      }
    }
    return rounded(rest, all);
  }
}
