package dev.teiten.change.history;

import dev.teiten.load.DigestLoad;
import dev.teiten.load.WaitClass;
import dev.teiten.load.WaitEvent;
import dev.teiten.load.WeekLoad;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The waits of digests by day of some weeks, oldest first. */
public final class DailyWaits {
  private final int weeks;
  // By week and day, the waits of each digest.
  private final List<Map<String, Map<WaitEvent, Double>>> days = new ArrayList<>();

  public DailyWaits(List<WeekLoad> weeks) {
    this.weeks = weeks.size();
    for (WeekLoad week : weeks) {
      DayGrid grid = new DayGrid(week.week());
      List<Map<String, Map<WaitEvent, Double>>> ofWeek = new ArrayList<>();
      for (int day = 0; day < DayGrid.COUNT; day++) {
        ofWeek.add(new HashMap<>());
      }
      for (DigestLoad load : week.days()) {
        int day = grid.dayOf(load.from());
        if (day >= 0) {
          ofWeek.get(day).put(load.digest(), load.waits());
        }
      }
      days.addAll(ofWeek);
    }
  }

  private Map<WaitEvent, Double> waits(String digest, int week, int day) {
    return days.get(week * DayGrid.COUNT + day).getOrDefault(digest, Map.of());
  }

  /** The load of a query in waits of one class, AAS. */
  public DailyValues of(QueryGroup group, WaitClass waitClass) {
    return DailyValues.of(
        weeks,
        (week, day) -> {
          double sum = 0;
          for (String digest : group.digests()) {
            for (Map.Entry<WaitEvent, Double> wait : waits(digest, week, day).entrySet()) {
              sum += wait.getKey().waitClass() == waitClass ? wait.getValue() : 0;
            }
          }
          return sum;
        });
  }

  /** The name of the largest wait of a class on one day. */
  public Optional<String> largest(QueryGroup group, WaitClass waitClass, int week, int day) {
    Map<String, Double> sums = new HashMap<>();
    for (String digest : group.digests()) {
      waits(digest, week, day)
          .forEach(
              (wait, aas) -> {
                if (wait.waitClass() == waitClass) {
                  sums.merge(wait.name(), aas, Double::sum);
                }
              });
    }
    return sums.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
