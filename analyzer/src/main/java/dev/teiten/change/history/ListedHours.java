package dev.teiten.change.history;

import dev.teiten.load.DigestDayHours;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WeekLoad;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The hours of every query, and the load that the source may have left out of its lists. */
final class ListedHours {
  /**
   * A query that stands this many times above the end of the lists when it is listed, is idle when
   * it is not: a job, say.
   */
  private static final double CLEARLY_LISTED = 4;

  private final List<WeekLoad> weeks;
  private final Map<String, QueryHours> hours = new HashMap<>();
  // By fingerprint, the most unlisted load of each week and day, AAS.
  private final Map<String, double[][]> unlisted = new HashMap<>();

  ListedHours(List<WeekLoad> weeks, List<QueryGroup> groups) {
    this.weeks = weeks;
    Map<String, QueryGroup> byDigest = new HashMap<>();
    for (QueryGroup group : groups) {
      group.digests().forEach(digest -> byDigest.put(digest, group));
      hours.put(group.fingerprint(), new QueryHours(weeks.size()));
      unlisted.put(group.fingerprint(), limits());
    }
    for (int w = 0; w < weeks.size(); w++) {
      DayGrid days = new DayGrid(weeks.get(w).week());
      for (DigestDayHours listed : weeks.get(w).hours().days()) {
        QueryGroup group = byDigest.get(listed.digest());
        int day = days.dayOf(listed.from());
        if (group != null && day >= 0) {
          hours(group).add(w, day, listed);
          double[] ofWeek = Objects.requireNonNull(unlisted.get(group.fingerprint()))[w];
          ofWeek[day] = Math.min(ofWeek[day], listed.unlistedAas());
        }
      }
    }
  }

  /** On a day that lists no digest of a query, the query may have the load of a whole day. */
  private double[][] limits() {
    double[][] limits = new double[weeks.size()][];
    Arrays.setAll(limits, w -> limit(w).clone());
    return limits;
  }

  private double[] limit(int week) {
    double[] limit = weeks.get(week).hours().limitAas();
    return limit.length == 0 ? new double[DayGrid.COUNT] : limit;
  }

  QueryHours hours(QueryGroup group) {
    return Objects.requireNonNull(hours.get(group.fingerprint()));
  }

  /** The most load of a query in the hours that do not list it, AAS. */
  DailyValues unlistedAas(QueryGroup group) {
    double[][] values = Objects.requireNonNull(unlisted.get(group.fingerprint()));
    double listed = hours(group).medianLoad();
    return DailyValues.of(
        weeks.size(),
        (week, day) -> {
          int idle = TimeUnits.HOURS_PER_DAY - hours(group).listedHours(week, day);
          double limit = idle == 0 ? 0 : values[week][day] * TimeUnits.HOURS_PER_DAY / idle;
          return listed >= CLEARLY_LISTED * limit ? 0 : values[week][day];
        });
  }
}
