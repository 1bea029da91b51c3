package dev.teiten.change.history;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.WeekLoad;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Adds up the load of every query by week and day. */
final class HistoryBuilder {
  private final List<WeekLoad> weeks;
  private final Map<String, QueryGroup> byDigest = new HashMap<>();
  private final Map<String, QueryHistoryBuilder> queries = new LinkedHashMap<>();
  // By fingerprint and resource id, of instances without data on days when others have some.
  private final Map<String, Map<String, QueryHistoryBuilder>> parts = new HashMap<>();
  private final boolean[][] listed;

  HistoryBuilder(List<WeekLoad> weeks, List<QueryGroup> groups) {
    this.weeks = weeks;
    this.listed = new boolean[weeks.size()][DayGrid.COUNT];
    for (QueryGroup group : groups) {
      queries.put(group.fingerprint(), new QueryHistoryBuilder(group, weeks.size()));
      group.digests().forEach(digest -> byDigest.put(digest, group));
    }
  }

  void addWeek(int week, QueueStretch stretch) {
    DayGrid days = new DayGrid(weeks.get(week).week());
    for (DigestLoad load : weeks.get(week).days()) {
      int day = days.dayOf(load.from());
      QueryGroup group = byDigest.get(load.digest());
      if (day >= 0 && group != null) {
        listed[week][day] = true;
        query(group).add(week, day, load, stretch.of(load.digest(), day));
      }
    }
    weeks
        .get(week)
        .instanceCoverage()
        .daysPerInstance()
        .forEach((instance, loads) -> addPart(week, instance, loads, stretch));
  }

  private void addPart(int week, String instance, List<DigestLoad> loads, QueueStretch stretch) {
    DayGrid days = new DayGrid(weeks.get(week).week());
    for (DigestLoad load : loads) {
      int day = days.dayOf(load.from());
      QueryGroup group = byDigest.get(load.digest());
      if (day >= 0 && group != null) {
        part(group, instance).add(week, day, load, stretch.of(load.digest(), day));
      }
    }
  }

  private QueryHistoryBuilder query(QueryGroup group) {
    return Objects.requireNonNull(queries.get(group.fingerprint()));
  }

  private QueryHistoryBuilder part(QueryGroup group, String instance) {
    return parts
        .computeIfAbsent(group.fingerprint(), fingerprint -> new TreeMap<>())
        .computeIfAbsent(instance, id -> new QueryHistoryBuilder(group, weeks.size()));
  }

  /** Every query on all instances, by fingerprint. */
  Map<String, QueryHistory> queries(ListedHours hours) {
    DaySet unknown = DaySet.of(weeks.size(), (week, day) -> !listed[week][day]);
    Map<String, QueryHistory> histories = new LinkedHashMap<>();
    queries.forEach(
        (fingerprint, query) ->
            histories.put(fingerprint, query.build(unknown, hours.unlistedAas(query.group()))));
    return histories;
  }

  /** The part of a query on each instance that lacks data on some day, by resource id. */
  Map<String, QueryHistory> parts(String fingerprint) {
    DailyValues nothing = DailyValues.of(weeks.size(), (week, day) -> 0);
    Map<String, QueryHistory> histories = new TreeMap<>();
    parts
        .getOrDefault(fingerprint, Map.of())
        .forEach(
            (instance, part) ->
                histories.put(instance, part.build(DaySet.none(weeks.size()), nothing)));
    return histories;
  }
}
