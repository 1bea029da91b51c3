package dev.teiten.source.aws;

import dev.teiten.load.TimeRange;
import dev.teiten.source.MonitoredInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.pi.model.DetailStatus;
import software.amazon.awssdk.services.pi.model.DimensionKeyDescription;
import software.amazon.awssdk.services.pi.model.DimensionKeyDetail;
import software.amazon.awssdk.services.pi.model.ServiceType;

/**
 * The full text of truncated digests. A filter finds the id of one raw statement of the digest, and
 * the id gives its text. This takes two requests per digest, once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_GetDimensionKeyDetails.html">
 *     GetDimensionKeyDetails</a>
 */
final class FullTexts {
  private final AwsClients clients;

  FullTexts(AwsClients clients) {
    this.clients = clients;
  }

  /** The raw text, with literals; empty if it is not available yet. */
  Optional<String> fetch(MonitoredInstance instance, TimeRange range, String digest) {
    return findStatement(instance, range, digest).flatMap(statement -> text(instance, statement));
  }

  /** The id of the busiest raw statement of a digest. */
  private Optional<String> findStatement(
      MonitoredInstance instance, TimeRange range, String digest) {
    List<DimensionKeyDescription> keys =
        clients
            .pi()
            .describeDimensionKeys(
                r ->
                    r.serviceType(ServiceType.RDS)
                        .identifier(instance.instance().resourceId())
                        .startTime(range.from())
                        .endTime(range.to())
                        .metric("db.load.avg")
                        .groupBy(g -> g.group("db.sql").dimensions("db.sql.id").limit(1))
                        .filter(Map.of("db.sql_tokenized.id", digest)))
            .keys();
    return keys.stream().findFirst().map(key -> key.dimensions().get("db.sql.id"));
  }

  private Optional<String> text(MonitoredInstance instance, String statementId) {
    return clients
        .pi()
        .getDimensionKeyDetails(
            r ->
                r.serviceType(ServiceType.RDS)
                    .identifier(instance.instance().resourceId())
                    .group("db.sql")
                    .groupIdentifier(statementId)
                    .requestedDimensions("statement"))
        .dimensions()
        .stream()
        .filter(d -> d.status() == DetailStatus.AVAILABLE && d.value() != null)
        .map(DimensionKeyDetail::value)
        .findFirst();
  }
}
