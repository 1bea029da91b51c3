package dev.teiten.change.history;

import dev.teiten.load.ClusterLoad;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceLoad;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** At which hours of the day, and on which instances, each digest is called. */
final class HourProfiles {
  static final int DAY = 24;

  // By digest: a row for each instance of the load, a column for each hour of the day.
  private final Map<String, double[][]> calls = new HashMap<>();

  HourProfiles(ClusterLoad load) {
    DayGrid days = new DayGrid(load.week());
    List<InstanceLoad> instances = load.instances();
    for (int i = 0; i < instances.size(); i++) {
      for (DigestLoad hour : instances.get(i).hours()) {
        int day = days.dayOf(hour.from());
        Double rate = hour.statistics().get(DigestStatistic.CALLS_PER_SECOND);
        if (day >= 0 && rate != null) {
          calls
                  .computeIfAbsent(hour.digest(), d -> new double[instances.size()][DAY])[i][
                  hourOf(hour, days, day)] +=
              rate;
        }
      }
    }
  }

  private static int hourOf(DigestLoad hour, DayGrid days, int day) {
    long sinceMidnight = Duration.between(days.start(day), hour.from()).toHours();
    // The day that ends daylight saving time has 25 hours.
    return (int) Math.max(0, Math.min(DAY - 1, sinceMidnight));
  }

  /** Null where no call of the digest was counted in the reviewed week. */
  double @Nullable [][] of(String digest) {
    return calls.get(digest);
  }
}
