package dev.teiten.source.aws;

import dev.teiten.load.DigestStatistic;
import dev.teiten.load.InstanceCounter;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.MonitoredInstance;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.model.ResponseResourceMetric;
import software.amazon.awssdk.services.pi.model.ServiceType;

/**
 * The counters and statistics that an instance has, and their units. A metric that the engine does
 * not have fails the whole request, and units differ by metric. For that reason the service is
 * asked first.
 *
 * @param counters the metrics to request
 * @param statistics the digest statistics to request
 * @param units the listed unit by metric name
 */
record AvailableMetrics(
    Map<InstanceCounter, MetricNames.Metric> counters,
    Map<DigestStatistic, MetricNames.Metric> statistics,
    Map<String, String> units) {
  private static final Map<String, Double> FACTORS = factors();
  private static final String[] TYPES = {"os", "db", "db.sql_tokenized.stats"};

  private static Map<String, Double> factors() {
    Map<String, Double> factors = new HashMap<>();
    List.of("percent", "percentage").forEach(word -> factors.put(word, 1e-2));
    List.of("millisecond", "milliseconds", "ms").forEach(word -> factors.put(word, 1e-3));
    List.of("microsecond", "microseconds", "us").forEach(word -> factors.put(word, 1e-6));
    List.of("kilobyte", "kilobytes", "kb", "kib").forEach(word -> factors.put(word, 1024.0));
    List.of("megabyte", "megabytes", "mb", "mib").forEach(word -> factors.put(word, 1048576.0));
    factors.put("minute", 1.0 / TimeUnits.SECONDS_PER_MINUTE);
    return factors;
  }

  static AvailableMetrics of(
      AwsClients clients, MonitoredInstance instance, RefusedParts refusals) {
    Map<InstanceCounter, MetricNames.Metric> counters =
        MetricNames.counters(instance.engine(), instance.instance().isServerless());
    Map<DigestStatistic, MetricNames.Metric> statistics = MetricNames.statistics(instance.engine());
    Map<String, String> units = listed(clients, instance, refusals);
    if (units.isEmpty()) {
      // Uses the documented metrics in the documented units instead.
      return new AvailableMetrics(counters, statistics, units);
    }
    counters.values().removeIf(metric -> !units.containsKey(metric.name()));
    statistics.values().removeIf(metric -> !units.containsKey(metric.name()));
    return new AvailableMetrics(counters, statistics, units);
  }

  /** The factor from the metric's unit to Teiten's unit (bytes, seconds, 0..1, per second). */
  double factor(MetricNames.Metric metric) {
    String listed = units.getOrDefault(metric.name(), "");
    return factor(listed.isBlank() ? metric.unit() : listed);
  }

  /**
   * The factor of a listed unit; units are prose: {@code Kilobytes}, {@code ms per call}, {@code
   * Time (in ms)}.
   */
  static double factor(String unit) {
    String words = unit.toLowerCase(Locale.ROOT).replace("%", " percent ");
    double factor = 1;
    for (String word : words.split("[^a-z]+")) {
      factor *= FACTORS.getOrDefault(word, 1.0);
    }
    return factor;
  }

  /** The listed unit by metric name; empty if the service does not list its metrics. */
  private static Map<String, String> listed(
      AwsClients clients, MonitoredInstance instance, RefusedParts refusals) {
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
