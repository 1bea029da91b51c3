package dev.teiten.source.aws;

import dev.teiten.load.TimeUnits;
import dev.teiten.source.CheckResult.State;
import dev.teiten.source.MonitoredInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.pi.PiClient;
import software.amazon.awssdk.services.pi.model.DescribeDimensionKeysRequest;
import software.amazon.awssdk.services.pi.model.DescribeDimensionKeysResponse;
import software.amazon.awssdk.services.pi.model.ServiceType;

/** Checks each permission of Performance Insights on one instance. */
final class PiPermissionCheck {
  private final PiClient pi;
  private final CheckRun list;
  private final Instant to;
  private final Instant from;

  PiPermissionCheck(AwsClients clients, Clock clock, CheckRun list) {
    this.pi = clients.pi();
    this.list = list;
    this.to = clock.instant().truncatedTo(ChronoUnit.HOURS);
    this.from = to.minus(Duration.ofHours(1));
  }

  void run(MonitoredInstance instance) {
    String id = instance.instance().resourceId();
    metadata(id);
    list.permission(
        "pi:GetResourceMetrics",
        () ->
            pi.getResourceMetrics(
                r ->
                    r.serviceType(ServiceType.RDS)
                        .identifier(id)
                        .startTime(from)
                        .endTime(to)
                        .periodInSeconds(TimeUnits.SECONDS_PER_MINUTE)
                        .metricQueries(q -> q.metric("db.load.avg"))),
        answer -> "allowed");
    DescribeDimensionKeysResponse statements =
        list.permission(
            "pi:DescribeDimensionKeys",
            () -> pi.describeDimensionKeys(statements(id)),
            answer -> "allowed");
    details(id, Optional.ofNullable(statements));
  }

  private void metadata(String id) {
    list.permission(
        "pi:GetResourceMetadata",
        () -> pi.getResourceMetadata(r -> r.serviceType(ServiceType.RDS).identifier(id)),
        answer -> "allowed");
    list.permission(
        "pi:ListAvailableResourceMetrics",
        () ->
            pi.listAvailableResourceMetrics(
                r -> r.serviceType(ServiceType.RDS).identifier(id).metricTypes("os").maxResults(1)),
        answer -> "allowed");
    list.permission(
        "pi:ListAvailableResourceDimensions",
        () ->
            pi.listAvailableResourceDimensions(
                r ->
                    r.serviceType(ServiceType.RDS)
                        .identifier(id)
                        .metrics(List.of("db.load"))
                        .maxResults(1)),
        answer -> "allowed");
  }

  private DescribeDimensionKeysRequest statements(String id) {
    return DescribeDimensionKeysRequest.builder()
        .serviceType(ServiceType.RDS)
        .identifier(id)
        .startTime(from)
        .endTime(to)
        .metric("db.load.avg")
        .groupBy(g -> g.group("db.sql").dimensions("db.sql.id").limit(1))
        .build();
  }

  private void details(String id, Optional<DescribeDimensionKeysResponse> statements) {
    String action = "pi:GetDimensionKeyDetails";
    Optional<String> statement =
        statements.flatMap(
            answer ->
                answer.keys().stream().findFirst().map(key -> key.dimensions().get("db.sql.id")));
    if (statement.isEmpty()) {
      list.add(action, State.SKIPPED, "no statement of the last hour to ask for", "");
      return;
    }
    list.permission(
        action,
        State.WARNING,
        () ->
            pi.getDimensionKeyDetails(
                r ->
                    r.serviceType(ServiceType.RDS)
                        .identifier(id)
                        .group("db.sql")
                        .groupIdentifier(statement.get())
                        .requestedDimensions("statement")),
        answer -> "allowed");
  }
}
