package dev.teiten.source;

import dev.teiten.source.Series.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a source's top keys leave out, as a series of its own: the total less the keys' sum, both as
 * the source gave them. Nothing is renormalized; only a sum that rounding put above the total is
 * taken as the whole of it.
 */
public final class Others {
  private static final int MINUTES = 60;

  private Others() {}

  /** {@link Kind#OTHER} and {@link Kind#HOUR_OTHER} of a day, as far as they can be told. */
  public static List<Series> of(List<Series> day) {
    Optional<Series> total = first(day, Kind.TOTAL);
    if (total.isEmpty()) {
      return List.of();
    }
    Series minute = less(Kind.OTHER, total.get(), sum(day, total.get().values().length));
    return first(day, Kind.HOUR)
        .map(
            named ->
                List.of(minute, less(Kind.HOUR_OTHER, hourly(total.get(), named), doubles(named))))
        .orElse(List.of(minute));
  }

  private static Optional<Series> first(List<Series> day, Kind kind) {
    return day.stream().filter(series -> series.kind() == kind).findFirst();
  }

  private static double[] sum(List<Series> day, int length) {
    double[] sum = new double[length];
    for (Series series : day) {
      if (series.kind() == Kind.DIGEST) {
        for (int i = 0; i < length; i++) {
          float value = series.values()[i];
          sum[i] += Float.isNaN(value) ? 0 : value;
        }
      }
    }
    return sum;
  }

  /** The mean of the hour's minutes that are known, on the grid of {@code hours}. */
  private static Series hourly(Series total, Series hours) {
    float[] means = new float[hours.values().length];
    int offset = (int) Duration.between(total.from(), hours.from()).toMinutes();
    for (int hour = 0; hour < means.length; hour++) {
      double sum = 0;
      int known = 0;
      int start = Math.max(0, offset + hour * MINUTES);
      for (int i = start; i < Math.min(start + MINUTES, total.values().length); i++) {
        if (!Float.isNaN(total.values()[i])) {
          sum += total.values()[i];
          known++;
        }
      }
      means[hour] = known == 0 ? Float.NaN : (float) (sum / known);
    }
    return new Series(Kind.TOTAL, "", "", hours.from(), hours.stepSeconds(), means);
  }

  private static double[] doubles(Series series) {
    double[] values = new double[series.values().length];
    Arrays.setAll(values, i -> series.values()[i]);
    return values;
  }

  private static Series less(Kind kind, Series total, double[] keys) {
    float[] rest = new float[total.values().length];
    for (int i = 0; i < rest.length; i++) {
      double other = total.values()[i] - keys[i];
      rest[i] = (float) (other < 0 ? 0 : other);
    }
    return new Series(kind, "", "", total.from(), total.stepSeconds(), rest);
  }
}
