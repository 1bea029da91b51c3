package dev.teiten.collect.aws;

import dev.teiten.collect.CheckResult;
import dev.teiten.collect.DigestText;
import dev.teiten.collect.InstanceDay;
import dev.teiten.collect.LoadSource;
import dev.teiten.collect.MonitoredInstance;
import dev.teiten.collect.Series;
import dev.teiten.collect.SourceEvent;
import dev.teiten.load.TimeRange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Performance Insights and RDS in one region of one account.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/Welcome.html">Performance
 *     Insights API</a>
 */
public final class PerformanceInsightsSource implements LoadSource {
  private final AwsClients clients;
  private final Clock clock;
  private final BiFunction<String, MonitoredInstance, String> mask;
  private final Map<String, AvailableMetrics> available = new ConcurrentHashMap<>();

  /**
   * @param mask takes the literals out of a statement; nothing is handed over that has not passed
   *     it
   */
  public PerformanceInsightsSource(
      AwsSettings settings, Clock clock, BiFunction<String, MonitoredInstance, String> mask) {
    this.clients = new AwsClients(settings);
    this.clock = clock;
    this.mask = mask;
  }

  @Override
  public List<MonitoredInstance> inventory() {
    return translating("rds:DescribeDBInstances in " + clients.region(), this::readInventory);
  }

  private List<MonitoredInstance> readInventory() {
    return new RdsInventory(clients).read(clock.instant());
  }

  @Override
  public List<SourceEvent> events() {
    return translating("rds:DescribeEvents in " + clients.region(), () -> RdsEvents.read(clients));
  }

  @Override
  public InstanceDay collect(MonitoredInstance instance, TimeRange range) {
    return translating(
        "pi:GetResourceMetrics of " + instance.instance().name(),
        () -> collectDay(instance, range));
  }

  private InstanceDay collectDay(MonitoredInstance instance, TimeRange range) {
    AvailableMetrics metrics =
        available.computeIfAbsent(
            instance.cluster() + " " + instance.instance().engineVersion(),
            key -> AvailableMetrics.of(clients, instance));
    List<Series> series =
        new ArrayList<>(new MinuteMetrics(clients).collect(instance, range, metrics));
    HourlyDigests hours = new HourlyDigests(clients, instance, range, metrics);
    series.addAll(hours.collect());
    List<DigestText> texts =
        hours.texts().stream()
            .map(t -> new DigestText(t.digest(), mask.apply(t.text(), instance), t.complete()))
            .toList();
    return new InstanceDay(instance, range, series, texts);
  }

  @Override
  public List<DigestText> fullTexts(
      MonitoredInstance instance, TimeRange range, Collection<String> digests) {
    return new FullTexts(clients, mask).fetch(instance, range, digests);
  }

  @Override
  public List<CheckResult> check() {
    return new AwsCheck(clients, clock).run();
  }

  @Override
  public long requests() {
    return clients.requests();
  }

  @Override
  public void close() {
    clients.close();
  }

  private static <T> T translating(String action, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw AwsErrors.translate(action, e);
    }
  }
}
