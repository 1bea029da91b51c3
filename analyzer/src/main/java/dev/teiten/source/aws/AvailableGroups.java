package dev.teiten.source.aws;

import dev.teiten.source.MonitoredInstance;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.model.DimensionGroupDetail;
import software.amazon.awssdk.services.pi.model.ServiceType;

/**
 * The dimension groups by which load can be requested. A group that the resource does not have
 * ({@code db.application} on Aurora MySQL) fails the whole request. For that reason the service is
 * asked for its groups first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_ListAvailableResourceDimensions.html">
 *     ListAvailableResourceDimensions</a>
 */
final class AvailableGroups {
  /** Groups of every engine. */
  private static final Set<String> EVERYWHERE = Set.of("db.user", "db.host", "db");

  /** Groups of Aurora PostgreSQL, as documented. */
  private static final Set<String> POSTGRESQL =
      Set.of("db.user", "db.host", "db", "db.application");

  private AvailableGroups() {}

  static Set<String> of(AwsClients clients, MonitoredInstance instance, RefusedParts refusals) {
    if (!instance.engine().isPostgresql()) {
      // MySQL has no further group, so the request is saved.
      return EVERYWHERE;
    }
    try {
      Set<String> listed = list(clients, instance);
      return listed.isEmpty() ? POSTGRESQL : listed;
    } catch (SdkException e) {
      refusals.allow("pi:ListAvailableResourceDimensions", instance, e);
      return POSTGRESQL;
    }
  }

  private static Set<String> list(AwsClients clients, MonitoredInstance instance) {
    return clients
        .pi()
        .listAvailableResourceDimensionsPaginator(
            r ->
                r.serviceType(ServiceType.RDS)
                    .identifier(instance.instance().resourceId())
                    .metrics(List.of("db.load")))
        .stream()
        .flatMap(page -> page.metricDimensions().stream())
        .flatMap(metric -> metric.groups().stream())
        .map(DimensionGroupDetail::group)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }
}
