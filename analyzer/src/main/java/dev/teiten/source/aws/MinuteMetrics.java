package dev.teiten.source.aws;

import dev.teiten.load.InstanceCounter;
import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.load.WaitEvent;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.pi.model.MetricQuery;
import software.amazon.awssdk.services.pi.model.PiException;

/**
 * A day of an instance by minute: load by wait event, by digest and by digest on CPU, and the
 * counters. This takes two requests per day, and up to eight for {@link SecondSamples}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_GetResourceMetrics.html">
 *     GetResourceMetrics</a>
 */
final class MinuteMetrics {
  private static final String LOAD = "db.load.avg";

  /** Maximum number of keys that Performance Insights returns per dimension group. */
  static final int TOP_KEYS = 25;

  private final MetricRequest metrics;
  private final SplitRequest parts;
  private final RefusedParts refusals;

  MinuteMetrics(AwsClients clients, RefusedParts refusals) {
    this.metrics = new MetricRequest(clients);
    this.parts = new SplitRequest(metrics, refusals);
    this.refusals = refusals;
  }

  List<SourceSeries> collect(
      MonitoredInstance instance, TimeRange range, AvailableMetrics available) {
    List<SourceSeries> series = new ArrayList<>();
    String cpu = null;
    float[] cpuLoad = {};
    for (MetricRequest.MetricValues answer : loadAndCounters(instance, range, available)) {
      String wait = answer.dimensions().get("db.wait_event.name");
      if (wait != null && new WaitEvent(wait).isCpu()) {
        cpu = wait;
        cpuLoad = answer.values();
      }
      series.addAll(minute(answer, range, available));
    }
    // Both groupings have the same total; keep it once.
    series = firstTotalOnly(series);
    if (instance.instance().isServerless()) {
      series = ServerlessCpu.ofMaximum(series, instance.instance());
    }
    // The keys of a filtered query look like those of an unfiltered query, so it is a separate
    // request.
    if (cpu != null) {
      List<MetricQuery> onCpu = List.of(byDigest(Map.of("db.wait_event.name", cpu)));
      for (MetricRequest.MetricValues answer :
          parts.anyToday(instance, range, TimeUnits.SECONDS_PER_MINUTE, onCpu)) {
        String digest = answer.dimensions().get("db.sql_tokenized.id");
        if (digest != null) {
          series.add(
              new SourceSeries(
                  SeriesKind.DIGEST_CPU,
                  digest,
                  "",
                  range.from(),
                  TimeUnits.SECONDS_PER_MINUTE,
                  answer.values()));
        }
      }
      series.addAll(new SecondSamples(metrics).collect(instance, range, cpu, cpuLoad));
    }
    return series;
  }

  private Collection<MetricRequest.MetricValues> loadAndCounters(
      MonitoredInstance instance, TimeRange range, AvailableMetrics available) {
    List<MetricQuery> load = List.of(group("db.wait_event"), byDigest(Map.of()));
    List<MetricQuery> counters =
        available.counters().values().stream()
            .map(m -> MetricQuery.builder().metric(m.query()).build())
            .toList();
    List<MetricQuery> queries = new ArrayList<>(load);
    queries.addAll(counters);
    queries.removeIf(query -> !refusals.mayAsk(SplitRequest.part(query)));
    try {
      return metrics.get(instance, range, TimeUnits.SECONDS_PER_MINUTE, queries);
    } catch (PiException e) {
      if (!RefusedParts.mayTakeLess(e)) {
        throw e;
      }
      RefusedParts trial = refusals.trial();
      List<MetricRequest.MetricValues> answers =
          new SplitRequest(metrics, trial).any(instance, range, TimeUnits.SECONDS_PER_MINUTE, load);
      if (answers.isEmpty()) {
        // A day needs its load, so this failure is not a refused part.
        throw e;
      }
      refusals.add(trial, true);
      answers.addAll(parts.any(instance, range, TimeUnits.SECONDS_PER_MINUTE, counters));
      return answers;
    }
  }

  private static List<SourceSeries> minute(
      MetricRequest.MetricValues answer, TimeRange range, AvailableMetrics available) {
    Map<String, String> dimensions = answer.dimensions();
    if (!answer.metric().equals(LOAD)) {
      return counter(answer, range, available);
    }
    if (dimensions.containsKey("db.wait_event.name")) {
      String wait = new WaitEvent(dimensions.get("db.wait_event.name")).name();
      return List.of(
          new SourceSeries(
              SeriesKind.WAIT,
              wait,
              "",
              range.from(),
              TimeUnits.SECONDS_PER_MINUTE,
              answer.values()));
    }
    if (dimensions.containsKey("db.sql_tokenized.id")) {
      String digest = dimensions.get("db.sql_tokenized.id");
      return List.of(
          new SourceSeries(
              SeriesKind.DIGEST,
              digest,
              "",
              range.from(),
              TimeUnits.SECONDS_PER_MINUTE,
              answer.values()));
    }
    return List.of(
        new SourceSeries(
            SeriesKind.TOTAL, "", "", range.from(), TimeUnits.SECONDS_PER_MINUTE, answer.values()));
  }

  private static List<SourceSeries> counter(
      MetricRequest.MetricValues answer, TimeRange range, AvailableMetrics available) {
    List<SourceSeries> series = new ArrayList<>(1);
    for (Map.Entry<InstanceCounter, MetricNames.Metric> entry : available.counters().entrySet()) {
      if (entry.getValue().query().equals(answer.metric())) {
        float[] values = answer.values();
        float factor = (float) available.factor(entry.getValue());
        for (int i = 0; i < values.length; i++) {
          values[i] *= factor;
        }
        series.add(
            new SourceSeries(
                SeriesKind.COUNTER,
                entry.getKey().name(),
                "",
                range.from(),
                TimeUnits.SECONDS_PER_MINUTE,
                values));
      }
    }
    return series;
  }

  private static List<SourceSeries> firstTotalOnly(List<SourceSeries> series) {
    Map<SeriesKind, SourceSeries> totals = new HashMap<>();
    return new ArrayList<>(
        series.stream()
            .filter(
                s ->
                    s.kind() != SeriesKind.TOTAL || totals.putIfAbsent(SeriesKind.TOTAL, s) == null)
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
