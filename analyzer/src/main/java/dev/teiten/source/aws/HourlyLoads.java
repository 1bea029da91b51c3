package dev.teiten.source.aws;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.Series;
import dev.teiten.source.Series.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.pi.model.MetricQuery;

/**
 * Who the load of a day comes from, by hour: user, client host, database and, where the engine
 * knows it, application. One request a day.
 */
final class HourlyLoads {
  private static final int HOUR = 3600;

  private static final List<Breakdown> BREAKDOWNS =
      List.of(
          new Breakdown("db.user", "db.user.name", Kind.HOUR_USER),
          new Breakdown("db.host", "db.host.name", Kind.HOUR_HOST),
          new Breakdown("db", "db.name", Kind.HOUR_DATABASE),
          new Breakdown("db.application", "db.application.name", Kind.HOUR_APPLICATION));

  private final MetricParts metrics;

  HourlyLoads(AwsClients clients, Refusals refusals) {
    this.metrics = new MetricParts(new MetricSeries(clients), refusals);
  }

  /** Who and where from is worth having, but not worth losing the day for. */
  List<Series> collect(MonitoredInstance instance, TimeRange range, Set<String> groups) {
    List<Breakdown> asked = BREAKDOWNS.stream().filter(b -> groups.contains(b.group())).toList();
    long hours = range.duration().toHours();
    if (hours == 0 || asked.isEmpty()) {
      return List.of();
    }
    TimeRange whole = new TimeRange(range.from(), range.from().plus(Duration.ofHours(hours)));
    return ask(instance, whole, asked);
  }

  private List<Series> ask(MonitoredInstance instance, TimeRange range, List<Breakdown> asked) {
    List<MetricQuery> queries = asked.stream().map(b -> MinuteMetrics.group(b.group())).toList();
    List<Series> series = new ArrayList<>();
    for (MetricSeries.Answer answer : metrics.anyToday(instance, range, HOUR, queries)) {
      for (Breakdown b : asked) {
        String key = answer.dimensions().get(b.dimension());
        if (key != null) {
          series.add(new Series(b.kind(), key, "", range.from(), HOUR, answer.values()));
        }
      }
    }
    return series;
  }
}
