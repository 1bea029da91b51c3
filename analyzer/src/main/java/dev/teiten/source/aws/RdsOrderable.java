package dev.teiten.source.aws;

import dev.teiten.load.Engine;
import dev.teiten.source.OrderableClasses;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.OrderableDBInstanceOption;

/**
 * The classes that a cluster can have. AWS lists each class once per storage type, so an answer has
 * many pages.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeOrderableDBInstanceOptions.html">
 *     DescribeOrderableDBInstanceOptions</a>
 */
final class RdsOrderable {
  private RdsOrderable() {}

  static Optional<OrderableClasses> read(
      AwsClients clients, Engine engine, String version, Instant now) {
    Set<String> classes =
        clients
            .rds()
            .describeOrderableDBInstanceOptionsPaginator(
                r -> r.engine(engine.rdsName()).engineVersion(version).maxRecords(100))
            .orderableDBInstanceOptions()
            .stream()
            .map(OrderableDBInstanceOption::dbInstanceClass)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return classes.isEmpty()
        ? Optional.empty()
        : Optional.of(new OrderableClasses(clients.region(), engine, version, classes, now));
  }
}
