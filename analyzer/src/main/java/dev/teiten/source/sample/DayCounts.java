package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** A server's counters by digest and hour, over one day. */
final class DayCounts {

  private final HourCounts[] hours;

  DayCounts(int hours) {
    this.hours = Stream.generate(HourCounts::new).limit(hours).toArray(HourCounts[]::new);
  }

  void add(int hour, Map<String, double[]> grown, double seconds) {
    hours[hour].add(grown, seconds);
  }

  /**
   * Adds the archived rates of earlier runs. Rates have no duration, so the number of minutes with
   * a load is used.
   */
  void put(List<SourceSeries> series, IntUnaryOperator minutesOf) {
    for (int hour = 0; hour < hours.length; hour++) {
      Map<String, Map<DigestStatistic, Double>> rates = new HashMap<>();
      for (SourceSeries statistic : series) {
        if (statistic.kind() == SeriesKind.HOUR_STATISTIC
            && !Float.isNaN(statistic.values()[hour])) {
          rates
              .computeIfAbsent(statistic.key(), d -> new EnumMap<>(DigestStatistic.class))
              .put(DigestStatistic.valueOf(statistic.detail()), (double) statistic.values()[hour]);
        }
      }
      HourCounts counts = hours[hour];
      double watched = minutesOf.applyAsInt(hour) * (double) TimeUnits.SECONDS_PER_MINUTE;
      rates.forEach((digest, digestRates) -> counts.addRates(digest, digestRates, watched));
    }
  }

  void keep(int hour, Set<String> digests) {
    hours[hour].keep(digests);
  }

  /** The statistics of the digests that have load in the hour. */
  List<SourceSeries> series(Instant from, MeanLoads loads) {
    Map<SeriesKey, float[]> values = new HashMap<>();
    for (int i = 0; i < hours.length; i++) {
      int hour = i;
      for (String digest : hours[hour].digests()) {
        if (loads.has(new SeriesKey(SeriesKind.HOUR_DIGEST, digest, ""), hour)) {
          hours[hour]
              .rates(digest)
              .forEach(
                  (statistic, rate) ->
                      values
                              .computeIfAbsent(
                                  new SeriesKey(
                                      SeriesKind.HOUR_STATISTIC, digest, statistic.name()),
                                  k -> unknown())[hour] =
                          rate.floatValue());
        }
      }
    }
    return values.entrySet().stream()
        .map(entry -> entry.getKey().series(from, TimeUnits.SECONDS_PER_HOUR, entry.getValue()))
        .toList();
  }

  private float[] unknown() {
    float[] values = new float[hours.length];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
