package dev.teiten.source.aws;

import dev.teiten.load.TimeRange;
import dev.teiten.load.TimeUnits;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.pi.model.MetricQuery;

/**
 * The origin of a day's load, by hour: user, client host, database and, where the engine has it,
 * application. This takes one request per day.
 */
final class HourlyDimensions {

  private static final List<LoadBreakdown> BREAKDOWNS =
      List.of(
          new LoadBreakdown("db.user", "db.user.name", SeriesKind.HOUR_USER),
          new LoadBreakdown("db.host", "db.host.name", SeriesKind.HOUR_HOST),
          new LoadBreakdown("db", "db.name", SeriesKind.HOUR_DATABASE),
          new LoadBreakdown("db.application", "db.application.name", SeriesKind.HOUR_APPLICATION));

  private final SplitRequest metrics;

  HourlyDimensions(AwsClients clients, RefusedParts refusals) {
    this.metrics = new SplitRequest(new MetricRequest(clients), refusals);
  }

  /** Collects the origins; a refusal does not fail the day. */
  List<SourceSeries> collect(MonitoredInstance instance, TimeRange range, Set<String> groups) {
    List<LoadBreakdown> asked =
        BREAKDOWNS.stream().filter(b -> groups.contains(b.group())).toList();
    long hours = range.duration().toHours();
    if (hours == 0 || asked.isEmpty()) {
      return List.of();
    }
    TimeRange whole = new TimeRange(range.from(), range.from().plus(Duration.ofHours(hours)));
    return ask(instance, whole, asked);
  }

  private List<SourceSeries> ask(
      MonitoredInstance instance, TimeRange range, List<LoadBreakdown> asked) {
    List<MetricQuery> queries = asked.stream().map(b -> MinuteMetrics.group(b.group())).toList();
    List<SourceSeries> series = new ArrayList<>();
    for (MetricRequest.MetricValues answer :
        metrics.anyToday(instance, range, TimeUnits.SECONDS_PER_HOUR, queries)) {
      for (LoadBreakdown b : asked) {
        String key = answer.dimensions().get(b.dimension());
        if (key != null) {
          series.add(
              new SourceSeries(
                  b.kind(), key, "", range.from(), TimeUnits.SECONDS_PER_HOUR, answer.values()));
        }
      }
    }
    return series;
  }
}
