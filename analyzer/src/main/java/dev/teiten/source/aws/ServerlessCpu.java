package dev.teiten.source.aws;

import dev.teiten.load.AcuRange;
import dev.teiten.load.Instance;
import dev.teiten.load.InstanceCounter;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CPU utilization of an Aurora Serverless v2 instance. Performance Insights states the share of
 * the capacity that is allocated in the minute, which follows the load: 100 % is the usual sign of
 * scaling up. CloudWatch states the share of the maximum capacity, and so do we.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html#aurora-serverless-v2.viewing.performance-insights">
 *     Monitoring Aurora Serverless v2 performance with Performance Insights</a>
 */
final class ServerlessCpu {
  private ServerlessCpu() {}

  /**
   * The series of a day with the utilization of the maximum capacity. Without the allocated
   * capacity, or without any maximum, there is no utilization.
   */
  static List<SourceSeries> ofMaximum(List<SourceSeries> day, Instance instance) {
    SourceSeries allocated = counter(day, InstanceCounter.ACU_ALLOCATED);
    SourceSeries maximum = counter(day, InstanceCounter.ACU_MAXIMUM);
    List<SourceSeries> converted = new ArrayList<>();
    for (SourceSeries series : day) {
      if (!is(series, InstanceCounter.CPU_UTILISATION)) {
        converted.add(series);
      } else if (allocated != null && (maximum != null || instance.acu() != null)) {
        float[] values = series.values();
        for (int t = 0; t < values.length; t++) {
          double most = most(maximum, t, instance.acu());
          values[t] = most > 0 ? (float) (values[t] * allocated.values()[t] / most) : Float.NaN;
        }
        converted.add(series);
      }
    }
    return converted;
  }

  /** The maximum in a minute, as it was then or else as it is now; {@code NaN} if unknown. */
  private static double most(@Nullable SourceSeries maximum, int t, @Nullable AcuRange today) {
    if (maximum != null && !Float.isNaN(maximum.values()[t])) {
      return maximum.values()[t];
    }
    return today == null ? Double.NaN : today.max();
  }

  private static @Nullable SourceSeries counter(List<SourceSeries> day, InstanceCounter counter) {
    return day.stream().filter(series -> is(series, counter)).findFirst().orElse(null);
  }

  private static boolean is(SourceSeries series, InstanceCounter counter) {
    return series.kind() == SeriesKind.COUNTER && series.key().equals(counter.name());
  }
}
