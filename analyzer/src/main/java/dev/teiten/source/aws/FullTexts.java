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
 * The statements of digests as they ran. A filter finds the busiest raw statement of the digest
 * with its first 500 bytes. Its id gives the rest of a longer one. This takes a request per digest,
 * or two, once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/performance-insights/latest/APIReference/API_GetDimensionKeyDetails.html">
 *     GetDimensionKeyDetails</a>
 */
final class FullTexts {
  private static final String ID = "db.sql.id";
  private static final String TEXT = "db.sql.statement";

  private final AwsClients clients;

  FullTexts(AwsClients clients) {
    this.clients = clients;
  }

  /** The raw text, with literals; empty if it is not available yet. */
  Optional<String> fetch(MonitoredInstance instance, TimeRange range, String digest) {
    return findStatement(instance, range, digest)
        .flatMap(
            statement -> {
              String begin = statement.get(TEXT);
              String id = statement.get(ID);
              return begin != null && !begin.isBlank() && !TextLimit.isCut(begin)
                  ? Optional.of(begin)
                  : Optional.ofNullable(id).flatMap(key -> text(instance, key));
            });
  }

  /** The id and the beginning of the busiest raw statement of a digest. */
  private Optional<Map<String, String>> findStatement(
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
                        .groupBy(g -> g.group("db.sql").dimensions(ID, TEXT).limit(1))
                        .filter(Map.of("db.sql_tokenized.id", digest)))
            .keys();
    return keys.stream().findFirst().map(DimensionKeyDescription::dimensions);
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
