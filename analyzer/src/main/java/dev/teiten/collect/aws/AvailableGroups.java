package dev.teiten.collect.aws;

import dev.teiten.collect.MonitoredInstance;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pi.model.DimensionGroupDetail;
import software.amazon.awssdk.services.pi.model.ServiceType;

/**
 * The groups that load can be asked by. One that the resource does not have ({@code db.application}
 * on Aurora MySQL) fails the whole request, so the service is asked first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_ListAvailableResourceDimensions.html">
 *     ListAvailableResourceDimensions</a>
 */
final class AvailableGroups {
  /** What every engine has. */
  private static final Set<String> EVERYWHERE = Set.of("db.user", "db.host", "db");

  private AvailableGroups() {}

  static Set<String> of(AwsClients clients, MonitoredInstance instance, Refusals refusals) {
    try {
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
          .collect(Collectors.toUnmodifiableSet());
    } catch (SdkException e) {
      refusals.allow("pi:ListAvailableResourceDimensions of " + instance.instance().name(), e);
      return EVERYWHERE;
    }
  }
}
