package dev.teiten.source.aws;

import dev.teiten.load.TimeRange;
import dev.teiten.source.BusyWindows;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.SourceSeries.SeriesKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.pi.model.MetricQuery;
import software.amazon.awssdk.services.pi.model.PiException;

/**
 * Sessions on the CPU by second, in a few short windows of a day. Performance Insights counts
 * sessions once a second; the variance of the counts shows how bursty work arrives. This takes one
 * request per window, at most eight a day.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_GetResourceMetrics.html">
 *     GetResourceMetrics, PeriodInSeconds</a>
 */
final class SecondSamples {
  private static final Logger LOG = LoggerFactory.getLogger(SecondSamples.class);
  private static final String WAIT = "db.wait_event.name";
  private static final int SECOND = 1;

  private final MetricRequest metrics;

  SecondSamples(MetricRequest metrics) {
    this.metrics = metrics;
  }

  /**
   * The windows of a day; empty if the service has no data by second. The day is complete without
   * them.
   *
   * @param cpu the name of the wait event
   * @param onCpu the day's load of that event by minute
   */
  List<SourceSeries> collect(
      MonitoredInstance instance, TimeRange range, String cpu, float[] onCpu) {
    List<SourceSeries> samples = new ArrayList<>();
    try {
      for (int start : BusyWindows.of(onCpu)) {
        samples.addAll(ask(instance, range.from().plus(Duration.ofMinutes(start)), cpu));
      }
    } catch (PiException e) {
      if (e.isThrottlingException()) {
        throw e;
      }
      LOG.debug("{} has no load by the second: {}", instance.instance().name(), e.getMessage());
    }
    return samples;
  }

  private List<SourceSeries> ask(MonitoredInstance instance, Instant from, String cpu) {
    TimeRange stretch = new TimeRange(from, from.plus(Duration.ofMinutes(BusyWindows.MINUTES)));
    MetricQuery query =
        MinuteMetrics.group("db.wait_event").toBuilder().filter(Map.of(WAIT, cpu)).build();
    return metrics.get(instance, stretch, SECOND, List.of(query)).stream()
        .filter(answer -> cpu.equals(answer.dimensions().get(WAIT)))
        .map(
            answer ->
                new SourceSeries(SeriesKind.SECOND_CPU, "", "", from, SECOND, answer.values()))
        .toList();
  }
}
