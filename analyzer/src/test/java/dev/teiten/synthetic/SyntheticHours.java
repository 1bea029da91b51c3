package dev.teiten.synthetic;

import dev.teiten.load.DigestDayHours;
import dev.teiten.load.DigestHourTable;
import dev.teiten.load.DigestLoad;
import dev.teiten.load.DigestStatistic;
import dev.teiten.load.HourListBuilder;
import dev.teiten.load.InstanceLoad;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hours of a synthetic cluster, in UTC. */
final class SyntheticHours {
  private SyntheticHours() {}

  /** The hours of a past week: each day follows the shape of its query. */
  static DigestHourTable of(List<SyntheticQuery> queries, List<DigestLoad> days) {
    List<DigestDayHours> hours = new ArrayList<>();
    for (DigestLoad day : days) {
      SyntheticQuery query =
          queries.stream().filter(q -> q.digest().equals(day.digest())).findFirst().orElseThrow();
      double rate = day.statistics().getOrDefault(DigestStatistic.CALLS_PER_SECOND, 0.0);
      double[] load = new double[24];
      double[] calls = new double[24];
      for (int hour = 0; hour < 24; hour++) {
        double intensity = query.intensity(hour * 60 + 30);
        load[hour] = day.loadAas() * intensity;
        calls[hour] = rate * intensity;
      }
      hours.add(new DigestDayHours(day.from(), day.digest(), load, calls, 0));
    }
    return new DigestHourTable(hours, new double[7]);
  }

  /** The hours of the reviewed week. */
  static DigestHourTable of(List<InstanceLoad> instances) {
    Map<Instant, HourListBuilder> days = new TreeMap<>();
    for (InstanceLoad instance : instances) {
      String id = instance.instance().resourceId();
      for (DigestLoad hour : instance.hours()) {
        Instant day = hour.from().truncatedTo(ChronoUnit.DAYS);
        int ofDay = (int) Duration.between(day, hour.from()).toHours();
        HourListBuilder list = days.computeIfAbsent(day, HourListBuilder::new);
        list.asked(id, ofDay);
        list.load(id, ofDay, hour.digest(), hour.loadAas());
        Double calls = hour.statistics().get(DigestStatistic.CALLS_PER_SECOND);
        list.calls(id, ofDay, hour.digest(), calls == null ? 0 : calls);
      }
    }
    List<DigestDayHours> hours = new ArrayList<>();
    days.values().forEach(list -> hours.addAll(list.digests()));
    return new DigestHourTable(hours, new double[7]);
  }
}
