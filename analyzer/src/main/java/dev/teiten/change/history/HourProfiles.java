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
  private final Map<String, HourProfile> byDigest = new HashMap<>();

  HourProfiles(ClusterLoad load) {
    DayGrid days = new DayGrid(load.week());
    List<InstanceLoad> instances = load.instances();
    for (int i = 0; i < instances.size(); i++) {
      for (DigestLoad hour : instances.get(i).hours()) {
        int day = days.dayOf(hour.from());
        Double rate = hour.statistics().get(DigestStatistic.CALLS_PER_SECOND);
        if (day >= 0 && rate != null) {
          byDigest
              .computeIfAbsent(hour.digest(), digest -> new HourProfile(instances.size()))
              .add(i, hourOf(hour, days, day), rate);
        }
      }
    }
  }

  private static int hourOf(DigestLoad hour, DayGrid days, int day) {
    long sinceMidnight = Duration.between(days.start(day), hour.from()).toHours();
    return (int) Math.max(0, Math.min(HourProfile.HOURS - 1, sinceMidnight));
  }

  /** Null where no call of the digest was counted in the reviewed week. */
  @Nullable HourProfile of(String digest) {
    return byDigest.get(digest);
  }
}
