package dev.teiten.source.aws;

import dev.teiten.load.Engine;
import dev.teiten.load.StatementText;
import dev.teiten.load.TimeRange;
import dev.teiten.source.CheckResult;
import dev.teiten.source.DigestText;
import dev.teiten.source.InstanceDay;
import dev.teiten.source.LoadSource;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.OrderableClasses;
import dev.teiten.source.OtherLoad;
import dev.teiten.source.ScalingPolicies;
import dev.teiten.source.SourceEvent;
import dev.teiten.source.SourceException;
import dev.teiten.source.SourceSeries;
import dev.teiten.source.StatementMask;
import dev.teiten.source.UnreadInstance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final StatementMask mask;
  private final Map<List<Object>, Available> available = new ConcurrentHashMap<>();

  private volatile List<SourceException> inventoryLacks = List.of();
  private volatile List<UnreadInstance> unread = List.of();

  /** The metrics and groups that the instances of a cluster have, if they are of one kind. */
  private record Available(AvailableMetrics metrics, Set<String> groups, RefusedParts refusals) {
    static Available of(AwsClients clients, MonitoredInstance instance) {
      RefusedParts refusals = new RefusedParts();
      AvailableMetrics metrics = AvailableMetrics.of(clients, instance, refusals);
      return new Available(metrics, AvailableGroups.of(clients, instance, refusals), refusals);
    }
  }

  /**
   * @param mask removes the literals of a statement; every text passes it before it leaves this
   *     class
   */
  public PerformanceInsightsSource(AwsSettings settings, Clock clock, StatementMask mask) {
    this.clients = new AwsClients(settings);
    this.clock = clock;
    this.mask = mask;
  }

  @Override
  public String place() {
    return clients.place();
  }

  @Override
  public List<MonitoredInstance> inventory() {
    return translating(
        "rds:DescribeDBInstances",
        "rds:DescribeDBInstances in " + clients.region(),
        this::readInventory);
  }

  private List<MonitoredInstance> readInventory() {
    List<SourceException> lacks = new ArrayList<>();
    RdsInventory inventory = new RdsInventory(clients, lacks);
    List<MonitoredInstance> instances = inventory.read(clock.instant());
    inventoryLacks = List.copyOf(lacks);
    unread = inventory.unread();
    return instances;
  }

  @Override
  public List<SourceException> inventoryLacks() {
    return inventoryLacks;
  }

  @Override
  public List<UnreadInstance> unread() {
    return unread;
  }

  @Override
  public List<SourceEvent> events() {
    return translating(
        "rds:DescribeEvents",
        "rds:DescribeEvents in " + clients.region(),
        () -> RdsEventReader.read(clients));
  }

  @Override
  public Optional<OrderableClasses> orderable(Engine engine, String version) {
    return translating(
        "rds:DescribeOrderableDBInstanceOptions",
        "rds:DescribeOrderableDBInstanceOptions in " + clients.region(),
        () -> RdsOrderable.read(clients, engine, version, clock.instant()));
  }

  @Override
  public ScalingPolicies scalingPolicies() {
    return ClusterScaling.read(clients, clock.instant());
  }

  @Override
  public InstanceDay collect(MonitoredInstance instance, TimeRange range) {
    return translating(
        "pi:GetResourceMetrics",
        "pi:GetResourceMetrics of " + instance.instance().name(),
        () -> collectDay(instance, range));
  }

  private InstanceDay collectDay(MonitoredInstance instance, TimeRange range) {
    Available parts =
        available.computeIfAbsent(
            List.of(
                instance.cluster(),
                instance.instance().engineVersion(),
                instance.instance().isServerless()),
            key -> Available.of(clients, instance));
    RefusedParts refusals = parts.refusals.ofDay();
    List<SourceSeries> series =
        new ArrayList<>(
            new MinuteMetrics(clients, refusals).collect(instance, range, parts.metrics));
    series.addAll(new HourlyDimensions(clients, refusals).collect(instance, range, parts.groups));
    HourlyDigests hours = new HourlyDigests(clients, instance, range, parts.metrics, refusals);
    series.addAll(hours.collect());
    series.addAll(new DigestCallers(clients, instance, refusals).collect(range, parts.groups));
    series.addAll(OtherLoad.of(series));
    List<DigestText> texts =
        hours.texts().stream()
            .map(raw -> new DigestText(raw.digest(), masked(raw.statement(), instance)))
            .toList();
    return new InstanceDay(instance, range, series, texts, refusals.missing());
  }

  private StatementText masked(StatementText text, MonitoredInstance instance) {
    return mask.digest(text.text(), text.complete(), instance.engine());
  }

  @Override
  public Optional<DigestText> fullText(MonitoredInstance instance, TimeRange range, String digest) {
    return translating(
            "pi:GetDimensionKeyDetails",
            "pi:GetDimensionKeyDetails of " + digest + " on " + instance.instance().name(),
            () -> new FullTexts(clients).fetch(instance, range, digest))
        .map(text -> new DigestText(digest, mask.sample(text, true, instance.engine())));
  }

  @Override
  public List<CheckResult> check() {
    return translating(
        "the check", "the check of " + place(), () -> new AwsCheck(clients, clock).run());
  }

  @Override
  public long requests() {
    return clients.requests();
  }

  @Override
  public void close() {
    clients.close();
  }

  private static <T> T translating(String part, String action, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw AwsErrors.translate(part, action, e);
    }
  }
}
