package dev.teiten.source.aws;

import dev.teiten.load.InstanceCounter;
import dev.teiten.load.TimeRange;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.Series;
import dev.teiten.source.Series.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.pi.model.MetricQuery;
import software.amazon.awssdk.services.pi.model.PiException;

/**
 * A day of an instance by minute: load by wait event, by digest, by digest on CPU, and the
 * counters. Two requests a day, and eight for {@link SecondSamples}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_GetResourceMetrics.html">
 *     GetResourceMetrics</a>
 */
final class MinuteMetrics {
  private static final String LOAD = "db.load.avg";

  /** The most keys that Performance Insights returns for a dimension group. */
  static final int TOP_KEYS = 25;

  private static final int MINUTE = 60;

  private final MetricSeries metrics;
  private final MetricParts parts;
  private final Refusals refusals;

  MinuteMetrics(AwsClients clients, Refusals refusals) {
    this.metrics = new MetricSeries(clients);
    this.parts = new MetricParts(metrics, refusals);
    this.refusals = refusals;
  }

  List<Series> collect(MonitoredInstance instance, TimeRange range, AvailableMetrics available) {
    List<Series> series = new ArrayList<>();
    String cpu = null;
    float[] cpuLoad = {};
    for (MetricSeries.Answer answer : loadAndCounters(instance, range, available)) {
      String wait = answer.dimensions().get("db.wait_event.name");
      if (wait != null && new WaitEvent(wait).isCpu()) {
        cpu = wait;
        cpuLoad = answer.values();
      }
      series.addAll(minute(answer, range, available));
    }
    // Both groupings carry the same total; keep one.
    series = firstTotalOnly(series);
    // Keys of a filtered query look like those of an unfiltered one, so it is a request of its own.
    if (cpu != null) {
      List<MetricQuery> onCpu = List.of(byDigest(Map.of("db.wait_event.name", cpu)));
      for (MetricSeries.Answer answer : parts.anyToday(instance, range, MINUTE, onCpu)) {
        String digest = answer.dimensions().get("db.sql_tokenized.id");
        if (digest != null) {
          series.add(
              new Series(Kind.DIGEST_CPU, digest, "", range.from(), MINUTE, answer.values()));
        }
      }
      series.addAll(new SecondSamples(metrics).collect(instance, range, cpu, cpuLoad));
    }
    return series;
  }

  private Collection<MetricSeries.Answer> loadAndCounters(
      MonitoredInstance instance, TimeRange range, AvailableMetrics available) {
    List<MetricQuery> load = List.of(group("db.wait_event"), byDigest(Map.of()));
    List<MetricQuery> counters =
        available.counters().values().stream()
            .map(m -> MetricQuery.builder().metric(m.query()).build())
            .toList();
    List<MetricQuery> all = new ArrayList<>(load);
    all.addAll(counters);
    all.removeIf(query -> !refusals.mayAsk(MetricParts.part(query)));
    try {
      return metrics.get(instance, range, MINUTE, all);
    } catch (PiException e) {
      if (!Refusals.mayTakeLess(e)) {
        throw e;
      }
      Refusals trial = refusals.trial();
      List<MetricSeries.Answer> answers =
          new MetricParts(metrics, trial).any(instance, range, MINUTE, load);
      if (answers.isEmpty()) {
        // Without any load there is no day; what is wrong is not one of the parts.
        throw e;
      }
      refusals.add(trial, true);
      answers.addAll(parts.any(instance, range, MINUTE, counters));
      return answers;
    }
  }

  private static List<Series> minute(
      MetricSeries.Answer answer, TimeRange range, AvailableMetrics available) {
    Map<String, String> dimensions = answer.dimensions();
    if (!answer.metric().equals(LOAD)) {
      return counter(answer, range, available);
    }
    if (dimensions.containsKey("db.wait_event.name")) {
      String wait = new WaitEvent(dimensions.get("db.wait_event.name")).name();
      return List.of(new Series(Kind.WAIT, wait, "", range.from(), MINUTE, answer.values()));
    }
    if (dimensions.containsKey("db.sql_tokenized.id")) {
      String digest = dimensions.get("db.sql_tokenized.id");
      return List.of(new Series(Kind.DIGEST, digest, "", range.from(), MINUTE, answer.values()));
    }
    return List.of(new Series(Kind.TOTAL, "", "", range.from(), MINUTE, answer.values()));
  }

  private static List<Series> counter(
      MetricSeries.Answer answer, TimeRange range, AvailableMetrics available) {
    List<Series> series = new ArrayList<>(1);
    for (Map.Entry<InstanceCounter, MetricNames.Metric> entry : available.counters().entrySet()) {
      if (entry.getValue().query().equals(answer.metric())) {
        float[] values = answer.values();
        float factor = (float) available.factor(entry.getValue());
        for (int i = 0; i < values.length; i++) {
          values[i] *= factor;
        }
        series.add(
            new Series(Kind.COUNTER, entry.getKey().name(), "", range.from(), MINUTE, values));
      }
    }
    return series;
  }

  private static List<Series> firstTotalOnly(List<Series> series) {
    Map<Kind, Series> totals = new HashMap<>();
    return new ArrayList<>(
        series.stream()
            .filter(s -> s.kind() != Kind.TOTAL || totals.putIfAbsent(Kind.TOTAL, s) == null)
            .toList());
  }

  static MetricQuery group(String group) {
    return MetricQuery.builder().metric(LOAD).groupBy(g -> g.group(group).limit(TOP_KEYS)).build();
  }

  private static MetricQuery byDigest(Map<String, String> filter) {
    return MetricQuery.builder()
        .metric(LOAD)
        .groupBy(g -> g.group("db.sql_tokenized").dimensions("db.sql_tokenized.id").limit(TOP_KEYS))
        .filter(filter.isEmpty() ? null : filter)
        .build();
  }
}
