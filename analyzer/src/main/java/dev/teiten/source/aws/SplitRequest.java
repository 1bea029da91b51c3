package dev.teiten.source.aws;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.model.MetricQuery;

/**
 * Sends several queries as one request. A query that an engine or endpoint does not know fails the
 * whole request, so the accepted queries are then found by halving.
 */
final class SplitRequest {
  private final MetricRequest metrics;
  private final RefusedParts refusals;

  SplitRequest(MetricRequest metrics, RefusedParts refusals) {
    this.metrics = metrics;
    this.refusals = refusals;
  }

  /** The name of the query's part in a report. */
  static String part(MetricQuery query) {
    String what =
        query.groupBy() == null ? " of " + query.metric() : " by " + query.groupBy().group();
    return "pi:GetResourceMetrics" + what + (query.hasFilter() ? " on CPU" : "");
  }

  /** The answers to the accepted queries; the refusals are noted. */
  List<MetricRequest.MetricValues> any(
      MonitoredInstance instance, TimeRange range, int periodSeconds, List<MetricQuery> queries) {
    List<MetricQuery> asked = queries.stream().filter(q -> refusals.mayAsk(part(q))).toList();
    List<MetricRequest.MetricValues> answers = new ArrayList<>();
    if (!asked.isEmpty()) {
      try {
        answers.addAll(metrics.get(instance, range, periodSeconds, asked));
      } catch (SdkException e) {
        answers.addAll(less(instance, range, periodSeconds, asked, e));
      }
    }
    return answers;
  }

  /**
   * The answers to the accepted queries, if the service may have no data of the kind at all. Then
   * the refusals end with the day.
   */
  List<MetricRequest.MetricValues> anyToday(
      MonitoredInstance instance, TimeRange range, int periodSeconds, List<MetricQuery> queries) {
    RefusedParts trial = refusals.trial();
    List<MetricRequest.MetricValues> answers =
        new SplitRequest(metrics, trial).any(instance, range, periodSeconds, queries);
    refusals.add(trial, !answers.isEmpty());
    return answers;
  }

  /** Sends each half of the queries. */
  private Collection<MetricRequest.MetricValues> less(
      MonitoredInstance instance,
      TimeRange range,
      int periodSeconds,
      List<MetricQuery> asked,
      SdkException e) {
    if (asked.size() == 1 || !RefusedParts.mayTakeLess(e)) {
      asked.forEach(query -> refusals.allow(part(query), instance, e));
      return List.of();
    }
    int half = asked.size() / 2;
    List<MetricRequest.MetricValues> answers = new ArrayList<>();
    answers.addAll(any(instance, range, periodSeconds, asked.subList(0, half)));
    answers.addAll(any(instance, range, periodSeconds, asked.subList(half, asked.size())));
    return answers;
  }
}
