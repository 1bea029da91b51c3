package dev.teiten.source.sample;

import dev.teiten.load.TimeUnits;
import dev.teiten.source.OtherLoad;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** A sampled day as series, in the order of the archive: by kind, then by key. */
record DaySeries(
    Instant start, Map<SeriesKey, float[]> minutes, MeanLoads hours, DayCounts counts) {

  /**
   * @param day the loads over the whole day
   * @param minutesOf how many minutes of an hour are known
   */
  List<SourceSeries> series(MeanLoads day, IntUnaryOperator minutesOf) {
    List<SourceSeries> series = new ArrayList<>();
    minutes.forEach(
        (key, values) ->
            series.add(key.series(start, TimeUnits.SECONDS_PER_MINUTE, values.clone())));
    series.addAll(hours.series(start, TimeUnits.SECONDS_PER_HOUR));
    series.addAll(day.series(start, TimeUnits.SECONDS_PER_DAY));
    series.addAll(counts.series(start, hours));
    series.add(
        new SourceSeries(
            SeriesKind.HOUR, "", "", start, TimeUnits.SECONDS_PER_HOUR, named(minutesOf)));
    series.addAll(OtherLoad.of(series));
    series.sort(
        Comparator.comparing(SourceSeries::kind)
            .thenComparing(SourceSeries::key)
            .thenComparing(SourceSeries::detail));
    return series;
  }

  private float[] named(IntUnaryOperator minutesOf) {
    float[] named = new float[TimeUnits.HOURS_PER_DAY];
    for (int hour = 0; hour < TimeUnits.HOURS_PER_DAY; hour++) {
      boolean hasData = minutesOf.applyAsInt(hour) > 0;
      named[hour] = hasData ? (float) hours.sum(SeriesKind.HOUR_DIGEST, hour) : Float.NaN;
    }
    return named;
  }
}
