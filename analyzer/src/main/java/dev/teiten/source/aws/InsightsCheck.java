package dev.teiten.source.aws;

import dev.teiten.source.CheckResult;
import dev.teiten.source.CheckResult.State;
import dev.teiten.source.MonitoredInstance;
import dev.teiten.source.UnreadInstance;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.model.FeatureMetadata;
import software.amazon.awssdk.services.pi.model.FeatureStatus;
import software.amazon.awssdk.services.pi.model.ServiceType;

/** Checks that Performance Insights is on, how long it keeps data, and that it counts digests. */
final class InsightsCheck {
  private static final int WEEK_DAYS = 7;
  private static final String READ = "Aurora, MySQL, MariaDB and PostgreSQL";
  private static final String DIGESTS = "SQL_DIGEST_STATISTICS";

  private final AwsClients clients;
  private final Clock clock;
  private final CheckRun list;

  InsightsCheck(AwsClients clients, Clock clock, CheckRun list) {
    this.clients = clients;
    this.clock = clock;
    this.list = list;
  }

  /**
   * @param unread instances of other engines
   */
  void run(List<MonitoredInstance> instances, List<UnreadInstance> unread) {
    if (!unread.isEmpty()) {
      list.add("other-engines", State.WARNING, unread(unread), "Teiten reads " + READ + ".");
    }
    if (instances.isEmpty()) {
      list.add(
          "inventory",
          State.WARNING,
          "no instance of " + READ + " in " + clients.region(),
          "Check --region and the account.");
      return;
    }
    long clusters = instances.stream().map(MonitoredInstance::cluster).distinct().count();
    list.add(
        "inventory", State.OK, clusters + " clusters with " + instances.size() + " instances", "");
    instances.forEach(this::insights);
    List<MonitoredInstance> on =
        instances.stream().filter(MonitoredInstance::insightsEnabled).toList();
    on.stream()
        .findFirst()
        .ifPresent(first -> new PiPermissionCheck(clients, clock, list).run(first));
    on.forEach(this::digestStatistics);
  }

  private void insights(MonitoredInstance i) {
    String name = CheckResult.INSIGHTS + " " + i.instance().name();
    if (!i.insightsEnabled()) {
      list.add(
          name,
          State.WARNING,
          "off",
          "Turn Performance Insights on for this instance; it needs no restart.");
    } else {
      list.add(
          name,
          State.OK,
          i.describeInsights(),
          i.retentionDays() <= WEEK_DAYS
              ? "Collect at least once a day, or pay for longer retention."
              : "");
    }
  }

  private static String unread(List<UnreadInstance> instances) {
    return "not read: "
        + instances.stream()
            .map(instance -> instance.name() + " (" + instance.engine() + ")")
            .collect(Collectors.joining(", "));
  }

  private void digestStatistics(MonitoredInstance i) {
    FeatureMetadata feature = feature(i);
    if (feature == null) {
      return;
    }
    FeatureStatus status = feature.status();
    boolean on = status == FeatureStatus.ENABLED;
    boolean pending = status == FeatureStatus.ENABLED_PENDING_REBOOT;
    list.add(
        "digest-statistics " + i.instance().name(),
        on ? State.OK : State.WARNING,
        String.valueOf(feature.statusAsString()),
        on
            ? ""
            : pending
                ? "Restart the instance."
                : "Without them, calls and rows are unknown: set performance_schema = 1 (MySQL) or load"
                    + " pg_stat_statements (PostgreSQL) in the parameter group, and restart.");
  }

  /** The features of an instance; the permission checks report a refusal. */
  private @Nullable FeatureMetadata feature(MonitoredInstance i) {
    try {
      return clients
          .pi()
          .getResourceMetadata(
              r -> r.serviceType(ServiceType.RDS).identifier(i.instance().resourceId()))
          .features()
          .get(DIGESTS);
    } catch (SdkException e) {
      return null;
    }
  }
}
