package dev.teiten.source.aws;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.pi.model.DataPoint;
import software.amazon.awssdk.services.pi.model.GetResourceMetricsResponse;
import software.amazon.awssdk.services.pi.model.MetricKeyDataPoints;
import software.amazon.awssdk.services.pi.model.MetricQuery;
import software.amazon.awssdk.services.pi.model.ServiceType;

/** Queries of GetResourceMetrics with all pages, as arrays on the grid of the range. */
final class MetricRequest {
  /** The service accepts at most this many queries at once. */
  private static final int MOST_QUERIES = 15;

  private final AwsClients clients;

  MetricRequest(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * One series of an answer.
   *
   * @param values one per period; {@code NaN} if the service has no value
   */
  record MetricValues(String metric, Map<String, String> dimensions, float[] values) {}

  Collection<MetricValues> get(
      MonitoredInstance instance, TimeRange range, int periodSeconds, List<MetricQuery> queries) {
    List<MetricValues> answers = new ArrayList<>();
    for (int from = 0; from < queries.size(); from += MOST_QUERIES) {
      int to = Math.min(queries.size(), from + MOST_QUERIES);
      answers.addAll(ask(instance, range, periodSeconds, queries.subList(from, to)));
    }
    return answers;
  }

  private Collection<MetricValues> ask(
      MonitoredInstance instance, TimeRange range, int periodSeconds, List<MetricQuery> queries) {
    int periods = Math.toIntExact(range.duration().toSeconds() / periodSeconds);
    Map<List<Object>, MetricValues> answers = new LinkedHashMap<>();
    for (GetResourceMetricsResponse page :
        clients
            .pi()
            .getResourceMetricsPaginator(
                r ->
                    r.serviceType(ServiceType.RDS)
                        .identifier(instance.instance().resourceId())
                        .startTime(range.from())
                        .endTime(range.to())
                        .periodInSeconds(periodSeconds)
                        .metricQueries(queries))) {
      for (MetricKeyDataPoints entry : page.metricList()) {
        if (entry.key() == null || entry.key().metric() == null) {
          continue;
        }
        Map<String, String> dimensions =
            entry.key().hasDimensions() ? entry.key().dimensions() : Map.of();
        MetricValues answer =
            answers.computeIfAbsent(
                List.of(entry.key().metric(), dimensions),
                key -> new MetricValues(entry.key().metric(), dimensions, empty(periods)));
        entry
            .dataPoints()
            .forEach(point -> put(point, answer.values(), range.from(), periodSeconds));
      }
    }
    return answers.values();
  }

  /**
   * Stores a point at its period; its time is the end of the period (PeriodAlignment END_TIME is
   * the default).
   */
  private static void put(DataPoint point, float[] values, Instant from, int periodSeconds) {
    if (point.timestamp() == null || point.value() == null) {
      return;
    }
    long offset = point.timestamp().getEpochSecond() - from.getEpochSecond() - periodSeconds;
    long index = Math.floorDiv(offset, periodSeconds);
    if (index >= 0 && index < values.length) {
      values[(int) index] = point.value().floatValue();
    }
  }

  private static float[] empty(int periods) {
    float[] values = new float[periods];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
