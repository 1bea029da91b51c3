package dev.teiten.source.sample;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.OtherLoad;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The series of a day of logged statements, written from its sums and read back into sums. */
final class LoggedSeries {
  private LoggedSeries() {}

  /** The minutes that have a total. */
  static BitSet known(List<SourceSeries> day) {
    BitSet known = new BitSet();
    for (SourceSeries series : day) {
      for (int i = 0; series.kind() == SeriesKind.TOTAL && i < series.values().length; i++) {
        known.set(i, !Float.isNaN(series.values()[i]));
      }
    }
    return known;
  }

  /** The place in each log up to which its statements are in the day. */
  static Map<String, Long> positions(List<SourceSeries> day) {
    Map<String, Long> positions = new HashMap<>();
    for (SourceSeries series : day) {
      if (series.kind() == SeriesKind.LOG_POSITION) {
        positions.merge(series.key(), Long.parseLong(series.detail()), Math::max);
      }
    }
    return positions;
  }

  static void read(List<SourceSeries> day, BitSet known, LoggedSums sums) {
    Map<SeriesKey, double[]> read = new HashMap<>();
    for (SourceSeries series : day) {
      SeriesKey key = SeriesKey.of(series);
      boolean isSum = key.isByMinute() || key.isByHour() || key.isByDay() || isStatistic(key);
      if (isSum) {
        double[] values = new double[LoggedSums.slots(key.kind())];
        for (int i = 0; i < values.length; i++) {
          float value = series.values()[i];
          double unit = isLatency(key) ? 1 : seconds(known, i, values.length);
          values[i] = Float.isNaN(value) ? 0 : value * unit;
        }
        read.put(key, values);
      }
    }
    // The latency is a mean by call.
    read.forEach(
        (key, values) -> {
          if (isLatency(key)) {
            double[] calls = read.get(calls(key));
            for (int i = 0; i < values.length; i++) {
              values[i] = calls == null ? 0 : values[i] * calls[i];
            }
          }
          sums.put(key, values);
        });
  }

  /**
   * @param positions the place reached in each log
   */
  static List<SourceSeries> write(
      Instant start, BitSet known, LoggedSums sums, Map<String, Long> positions) {
    List<SourceSeries> series = new ArrayList<>();
    sums.all().forEach((key, values) -> series.add(series(start, key, values, known, sums)));
    SeriesKey total = new SeriesKey(SeriesKind.TOTAL, "", "");
    if (!sums.all().containsKey(total)) {
      double[] none = new double[TimeUnits.MINUTES_PER_DAY];
      series.add(series(start, total, none, known, sums));
    }
    series.add(listed(start, known, sums));
    series.addAll(OtherLoad.of(series));
    positions.forEach(
        (log, position) ->
            series.add(
                new SeriesKey(SeriesKind.LOG_POSITION, log, String.valueOf(position))
                    .series(start, TimeUnits.SECONDS_PER_HOUR, new float[] {1})));
    series.sort(
        Comparator.comparing(SourceSeries::kind)
            .thenComparing(SourceSeries::key)
            .thenComparing(SourceSeries::detail));
    return series;
  }

  private static SourceSeries series(
      Instant start, SeriesKey key, double[] values, BitSet known, LoggedSums sums) {
    float[] means = new float[values.length];
    double[] calls = isStatistic(key) ? sums.all().get(calls(key)) : null;
    for (int i = 0; i < means.length; i++) {
      double seconds = seconds(known, i, means.length);
      double unit = isLatency(key) && calls != null ? calls[i] : seconds;
      boolean isKnown = seconds > 0 && (!isStatistic(key) || calls != null && calls[i] > 0);
      float unknown = key.kind().isSparse() ? 0 : Float.NaN;
      means[i] = isKnown ? (float) (values[i] / unit) : unknown;
    }
    return key.series(start, SampledDay.stepSeconds(key.kind()), means);
  }

  /** The load of all queries that are kept, by hour. */
  private static SourceSeries listed(Instant start, BitSet known, LoggedSums sums) {
    double[] seconds = new double[TimeUnits.HOURS_PER_DAY];
    sums.all()
        .forEach(
            (key, values) -> {
              for (int i = 0; key.kind() == SeriesKind.HOUR_DIGEST && i < seconds.length; i++) {
                seconds[i] += values[i];
              }
            });
    return series(start, new SeriesKey(SeriesKind.HOUR, "", ""), seconds, known, sums);
  }

  /** The known seconds of one of so many equal parts of the day. */
  private static double seconds(BitSet known, int part, int parts) {
    int minutes = TimeUnits.MINUTES_PER_DAY / parts;
    int count =
        minutes == 1
            ? (known.get(part) ? 1 : 0)
            : known.get(part * minutes, (part + 1) * minutes).cardinality();
    return (double) count * TimeUnits.SECONDS_PER_MINUTE;
  }

  private static boolean isStatistic(SeriesKey key) {
    return key.kind() == SeriesKind.HOUR_STATISTIC;
  }

  private static boolean isLatency(SeriesKey key) {
    return isStatistic(key) && key.detail().equals(DigestStatistic.LATENCY_SECONDS.name());
  }

  private static SeriesKey calls(SeriesKey key) {
    return new SeriesKey(
        SeriesKind.HOUR_STATISTIC, key.key(), DigestStatistic.CALLS_PER_SECOND.name());
  }
}
