package dev.teiten.collect.aws;

import dev.teiten.collect.MonitoredInstance;
import dev.teiten.load.Counter;
import dev.teiten.load.DigestStatistic;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.model.ResponseResourceMetric;
import software.amazon.awssdk.services.pi.model.ServiceType;

/**
 * Which of our counters and statistics an instance has, and in which units. Asking for one that the
 * engine does not have fails the whole request, and units differ by metric, so the service is asked
 * first.
 *
 * @param counters the metrics to ask for
 * @param statistics the same for digests
 * @param units the listed unit by metric name
 */
record AvailableMetrics(
    Map<Counter, MetricNames.Metric> counters,
    Map<DigestStatistic, MetricNames.Metric> statistics,
    Map<String, String> units) {
  private static final String[] TYPES = {"os", "db", "db.sql_tokenized.stats"};

  static AvailableMetrics of(AwsClients clients, MonitoredInstance instance, Refusals refusals) {
    Map<Counter, MetricNames.Metric> counters = MetricNames.counters(instance.engine());
    Map<DigestStatistic, MetricNames.Metric> statistics = MetricNames.statistics(instance.engine());
    Map<String, String> units = listed(clients, instance, refusals);
    if (units.isEmpty()) {
      // The documented ones instead, in the documented units.
      return new AvailableMetrics(counters, statistics, units);
    }
    counters.values().removeIf(metric -> !units.containsKey(metric.name()));
    statistics.values().removeIf(metric -> !units.containsKey(metric.name()));
    return new AvailableMetrics(counters, statistics, units);
  }

  /**
   * What a value of the metric is multiplied with to get our unit (bytes, seconds, 0..1, a second).
   */
  double factor(MetricNames.Metric metric) {
    return factor(units.getOrDefault(metric.name(), metric.unit()));
  }

  static double factor(String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    double factor = lower.contains("per minute") ? 1.0 / 60 : 1;
    if (lower.startsWith("percent") || lower.equals("%")) {
      return factor / 100;
    }
    if (lower.startsWith("kilobyte") || lower.startsWith("kb") || lower.startsWith("kib")) {
      return factor * 1024;
    }
    if (lower.startsWith("megabyte") || lower.startsWith("mb") || lower.startsWith("mib")) {
      return factor * 1024 * 1024;
    }
    if (lower.startsWith("millisecond") || lower.startsWith("ms")) {
      return factor / 1000;
    }
    return lower.startsWith("microsecond") ? factor / 1_000_000 : factor;
  }

  /** Empty where they are not listed. */
  private static Map<String, String> listed(
      AwsClients clients, MonitoredInstance instance, Refusals refusals) {
    try {
      return list(clients, instance);
    } catch (SdkException e) {
      refusals.allow("pi:ListAvailableResourceMetrics", instance, e);
      return Map.of();
    }
  }

  private static Map<String, String> list(AwsClients clients, MonitoredInstance instance) {
    Map<String, String> units = new HashMap<>();
    for (ResponseResourceMetric metric :
        clients
            .pi()
            .listAvailableResourceMetricsPaginator(
                r ->
                    r.serviceType(ServiceType.RDS)
                        .identifier(instance.instance().resourceId())
                        .metricTypes(TYPES)
                        .maxResults(25))
            .stream()
            .flatMap(page -> page.metrics().stream())
            .toList()) {
      if (metric.metric() != null) {
        units.put(metric.metric(), metric.unit() == null ? "" : metric.unit());
      }
    }
    return units;
  }
}
