package dev.teiten.source;

import dev.teiten.load.TimeUnits;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The load outside a source's top keys, as a series: the total minus the sum of the keys. Both are
 * taken unchanged from the source. If rounding lifts the sum above the total, the difference is 0.
 */
public final class OtherLoad {

  private OtherLoad() {}

  /**
   * {@link SeriesKind#OTHER} and {@link SeriesKind#HOUR_OTHER} of a day, as far as the data
   * determines them.
   */
  public static List<SourceSeries> of(List<SourceSeries> day) {
    Optional<SourceSeries> total = first(day, SeriesKind.TOTAL);
    if (total.isEmpty()) {
      return List.of();
    }
    SourceSeries minute =
        less(SeriesKind.OTHER, total.get(), sum(day, total.get().values().length));
    return first(day, SeriesKind.HOUR)
        .map(
            named ->
                List.of(
                    minute,
                    less(SeriesKind.HOUR_OTHER, hourly(total.get(), named), doubles(named))))
        .orElse(List.of(minute));
  }

  private static Optional<SourceSeries> first(List<SourceSeries> day, SeriesKind kind) {
    return day.stream().filter(series -> series.kind() == kind).findFirst();
  }

  private static double[] sum(List<SourceSeries> day, int length) {
    double[] sum = new double[length];
    for (SourceSeries series : day) {
      if (series.kind() == SeriesKind.DIGEST) {
        for (int i = 0; i < length; i++) {
          float value = series.values()[i];
          sum[i] += Float.isNaN(value) ? 0 : value;
        }
      }
    }
    return sum;
  }

  /** The mean over the known minutes of each hour, on the grid of {@code hours}. */
  private static SourceSeries hourly(SourceSeries total, SourceSeries hours) {
    float[] means = new float[hours.values().length];
    int offset = (int) Duration.between(total.from(), hours.from()).toMinutes();
    for (int hour = 0; hour < means.length; hour++) {
      double sum = 0;
      int minutes = 0;
      int start = Math.max(0, offset + hour * TimeUnits.MINUTES_PER_HOUR);
      for (int i = start;
          i < Math.min(start + TimeUnits.MINUTES_PER_HOUR, total.values().length);
          i++) {
        if (!Float.isNaN(total.values()[i])) {
          sum += total.values()[i];
          minutes++;
        }
      }
      means[hour] = minutes == 0 ? Float.NaN : (float) (sum / minutes);
    }
    return new SourceSeries(SeriesKind.TOTAL, "", "", hours.from(), hours.stepSeconds(), means);
  }

  private static double[] doubles(SourceSeries series) {
    double[] values = new double[series.values().length];
    Arrays.setAll(values, i -> series.values()[i]);
    return values;
  }

  private static SourceSeries less(SeriesKind kind, SourceSeries total, double[] keys) {
    float[] difference = new float[total.values().length];
    for (int i = 0; i < difference.length; i++) {
      double other = total.values()[i] - keys[i];
      difference[i] = (float) (other < 0 ? 0 : other);
    }
    return new SourceSeries(kind, "", "", total.from(), total.stepSeconds(), difference);
  }
}
