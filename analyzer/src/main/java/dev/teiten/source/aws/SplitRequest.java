package dev.teiten.source.aws;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.model.MetricQuery;

/**
 * Several queries as one request; where the service refuses that, as many of them as it takes. One
 * that an engine or an endpoint does not know fails the whole request, so the rest is found by
 * halving.
 */
final class SplitRequest {
  private final MetricRequest metrics;
  private final RefusedParts refusals;

  SplitRequest(MetricRequest metrics, RefusedParts refusals) {
    this.metrics = metrics;
    this.refusals = refusals;
  }

  /** What the part of a query is called in a report. */
  static String part(MetricQuery query) {
    String what =
        query.groupBy() == null ? " of " + query.metric() : " by " + query.groupBy().group();
    return "pi:GetResourceMetrics" + what + (query.hasFilter() ? " on CPU" : "");
  }

  /** The answers to those queries that are not refused; the others are noted. */
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

  /** The same, where it is not certain that the service answers anything of the kind. */
  List<MetricRequest.MetricValues> anyToday(
      MonitoredInstance instance, TimeRange range, int periodSeconds, List<MetricQuery> queries) {
    RefusedParts trial = refusals.trial();
    List<MetricRequest.MetricValues> answers =
        new SplitRequest(metrics, trial).any(instance, range, periodSeconds, queries);
    refusals.add(trial, !answers.isEmpty());
    return answers;
  }

  /** Half of them each. */
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
