package dev.teiten.source.aws;

import dev.teiten.source.CheckResult.State;
import dev.teiten.source.MonitoredInstance;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.model.FeatureMetadata;
import software.amazon.awssdk.services.pi.model.FeatureStatus;
import software.amazon.awssdk.services.pi.model.ServiceType;

/** Checks that Performance Insights is on, how long it keeps data, and that it counts digests. */
final class InsightsCheck {
  private static final int WEEK_DAYS = 7;
  private static final String DIGESTS = "SQL_DIGEST_STATISTICS";

  private final AwsClients clients;
  private final Clock clock;
  private final CheckRun list;

  InsightsCheck(AwsClients clients, Clock clock, CheckRun list) {
    this.clients = clients;
    this.clock = clock;
    this.list = list;
  }

  void run(List<MonitoredInstance> instances) {
    if (instances.isEmpty()) {
      list.add(
          "inventory",
          State.WARNING,
          "no Aurora, MySQL or PostgreSQL instance in " + clients.region(),
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
    String name = "performance-insights " + i.instance().name();
    if (!i.insightsEnabled()) {
      list.add(
          name,
          State.WARNING,
          "off",
          "Turn Performance Insights on for this instance; it needs no restart.");
    } else if (i.retentionDays() <= WEEK_DAYS) {
      list.add(
          name,
          State.OK,
          "on, keeps " + i.retentionDays() + " days",
          "Collect at least once a day, or pay for longer retention.");
    } else {
      list.add(name, State.OK, "on, keeps " + i.retentionDays() + " days", "");
    }
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
